import { WORD_FILE } from "@compendium/contract";
import type { Mail } from "../platform/mail/mail.ts";
import { inZone } from "./in-zone.ts";
import type { RoundOfText, SubmissionRow } from "./queries.ts";

interface Recipient {
  readonly email: string;
  readonly delegation: string;
}

/** Goes with the draft itself: who works in Word alone needs nothing else. */
export function announcementMail({ email, delegation }: Recipient, of: RoundOfText, site: string): Mail {
  const { round, draft, text } = of;
  return {
    to: email,
    subject: `${nameOf(of)}: comments invited until ${inZone(round.closesAt, round.timeZone)}`,
    body: [
      `Delegation ${delegation} is invited to comment on “${text.title}”${symbolOf(draft.symbol)}.`,
      "",
      `Deadline: ${inZone(round.closesAt, round.timeZone)}. What is received at that instant or later is late.`,
      ...(round.instructions === "" ? [] : ["", round.instructions]),
      "",
      "The draft is attached. Mark it up with tracked changes and put it into the delegation's room:",
      `${site}/rounds/${round.id}/delegations/${delegation}`,
      "or send it to the secretariat by e-mail. Nobody outside your delegation sees anything before it is submitted.",
      "",
    ].join("\n"),
    attachments: [{ name: draft.fileName, sha256: draft.sha256, type: WORD_FILE }],
  };
}

export function newDeadlineMail({ email }: Recipient, of: RoundOfText, site: string): Mail {
  const { round } = of;
  const deadline = inZone(round.closesAt, round.timeZone);
  return {
    to: email,
    subject: `${nameOf(of)}: new deadline ${deadline}`,
    body: [`The deadline of “${round.title}” is now ${deadline}.`, "", `${site}/rounds/${round.id}`, ""].join("\n"),
  };
}

export function reminderMail({ email, delegation }: Recipient, of: RoundOfText, site: string): Mail {
  const { round, text } = of;
  const deadline = inZone(round.closesAt, round.timeZone);
  return {
    to: email,
    subject: `${nameOf(of)}: deadline ${deadline}`,
    body: [
      `Delegation ${delegation} has not submitted comments on “${text.title}” yet. The deadline is ${deadline}.`,
      "",
      `${site}/rounds/${round.id}/delegations/${delegation}`,
      "",
      "Not to comment is in order too. Those who have submitted are not reminded.",
      "",
    ].join("\n"),
  };
}

/** The receipt of a submission: what was received, when, and how to check that nothing was changed. */
export function receiptMail(
  to: string,
  of: RoundOfText,
  submission: SubmissionRow,
  receipt: string,
  site: string,
): Mail {
  const { round } = of;
  return {
    to,
    subject: `${nameOf(of)}: receipt of submission ${submission.number}, ${submission.delegation}`,
    body: [
      `Received ${inZone(submission.receivedAt, round.timeZone)}${submission.late ? ", after the deadline: LATE" : ""}.`,
      "",
      `File: ${submission.fileName}`,
      `SHA-256: ${submission.sha256}`,
      `Record: entry ${submission.recordNumber}, hash ${submission.recordHash}`,
      "",
      receipt.trim(),
      "",
      `${site}/rounds/${round.id}/delegations/${submission.delegation}`,
      "",
    ].join("\n"),
  };
}

export function releaseMail({ email, delegation }: Recipient, of: RoundOfText, number: number, link: string): Mail {
  return {
    to: email,
    subject: `${nameOf(of)}: compilation ${number} released`,
    body: [
      `Compilation ${number} of the comments received on “${of.text.title}” is released to you, delegation ${delegation}.`,
      "",
      link,
      "",
    ].join("\n"),
  };
}

function nameOf({ draft, text }: RoundOfText): string {
  return draft.symbol === "" ? text.title : draft.symbol;
}

function symbolOf(symbol: string): string {
  return symbol === "" ? "" : ` (${symbol})`;
}
