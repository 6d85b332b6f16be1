import { type InterfaceLanguage, WORD_FILE } from "@compendium/contract";
import { inZone } from "../../platform/in-zone.ts";
import { letterTo } from "../../platform/mail/letter.ts";
import type { Mail } from "../../platform/mail/mail.ts";
import type { CompilationOfRound, RoundOfText, SubmissionOfRound, SubmissionRow } from "../queries.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ru } from "./ru.ts";
import type { MailWords, Whence } from "./words.ts";

const WORDS: Readonly<Record<InterfaceLanguage, MailWords>> = { en, fr, ru, es, ar };

/** To whom a mail goes, as whose member, and in which language they read. */
export interface Recipient {
  readonly email: string;
  readonly delegation: { readonly code: string; readonly name: string };
  readonly language: InterfaceLanguage;
}

/** Goes with the draft itself: who works in Word alone needs nothing else. */
export function announcementMail(to: Recipient, of: RoundOfText, site: string): Mail {
  const { round, draft } = of;
  const { instructions } = round;
  const link = roomLink(site, to, of);
  return {
    ...letterTo(
      to.email,
      WORDS[to.language].announcement({ ...about(to, of), delegation: nameAndCode(to), instructions, link }),
    ),
    attachments: [{ name: draft.fileName, sha256: draft.sha256, type: WORD_FILE }],
  };
}

export function newDeadlineMail(to: Recipient, of: RoundOfText, site: string): Mail {
  return letterTo(
    to.email,
    WORDS[to.language].newDeadline({ ...about(to, of), link: `${site}/rounds/${of.round.id}` }),
  );
}

export function cancelledMail(to: Recipient, of: RoundOfText, site: string): Mail {
  const { id, cancellationReason } = of.round;
  const link = `${site}/rounds/${id}`;
  return letterTo(to.email, WORDS[to.language].cancelled({ ...about(to, of), reason: cancellationReason ?? "", link }));
}

export function closedEarlyMail(
  to: Recipient,
  of: RoundOfText,
  early: { readonly formerly: Date; readonly reason: string },
  site: string,
): Mail {
  const formerly = inZone(early.formerly, of.round.timeZone, to.language);
  const link = roomLink(site, to, of);
  return letterTo(to.email, WORDS[to.language].closedEarly({ ...about(to, of), ...early, formerly, link }));
}

export function reminderMail(to: Recipient, of: RoundOfText, site: string): Mail {
  const link = roomLink(site, to, of);
  return letterTo(to.email, WORDS[to.language].reminder({ ...about(to, of), delegation: nameAndCode(to), link }));
}

/** The receipt of a submission: what was received, from whom, when, what it replaces, and how to check it. */
export function receiptMail(
  to: Recipient,
  of: SubmissionOfRound,
  replaced: SubmissionRow | null,
  counts: string,
  site: string,
): Mail {
  const { submission } = of;
  const { late, fileName, sha256, recordNumber, recordHash } = submission;
  return letterTo(
    to.email,
    WORDS[to.language].receipt({
      ...whence(to, of, submission),
      name: nameOf(of),
      delegation: nameAndCode(to),
      late,
      replaced: replaced === null ? null : whence(to, of, replaced),
      file: fileName,
      sha256,
      entry: recordNumber,
      hash: recordHash,
      counts: counts.trim(),
      link: roomLink(site, to, of),
    }),
  );
}

/** Says that what the secretariat had entered by mistake holds no longer, and what does. */
export function takenBackMail(to: Recipient, of: SubmissionOfRound, stands: SubmissionRow | null, site: string): Mail {
  const { number, takenBackBy, takenBackReason } = of.submission;
  return letterTo(
    to.email,
    WORDS[to.language].takenBack({
      name: nameOf(of),
      delegation: nameAndCode(to),
      number,
      by: takenBackBy ?? "",
      reason: takenBackReason ?? "",
      stands: stands === null ? null : whence(to, of, stands),
      link: roomLink(site, to, of),
    }),
  );
}

export function releaseMail(to: Recipient, of: CompilationOfRound, site: string): Mail {
  const { round, text, compilation } = of;
  const link = `${site}/rounds/${round.id}/compilations/${compilation.id}`;
  const { number } = compilation;
  return letterTo(
    to.email,
    WORDS[to.language].release({ name: nameOf(of), text: text.title, delegation: nameAndCode(to), number, link }),
  );
}

function about({ language }: Recipient, of: RoundOfText) {
  const { round, text } = of;
  const deadline = inZone(round.closesAt, round.timeZone, language);
  return { name: nameOf(of), text: text.title, round: round.title, deadline };
}

function whence({ language }: Recipient, { round }: RoundOfText, submission: SubmissionRow): Whence {
  const { number, channel, submittedBy: by, receivedAt } = submission;
  return { number, channel, by, receivedAt: inZone(receivedAt, round.timeZone, language) };
}

function nameAndCode({ delegation: { code, name } }: Recipient): string {
  return `${name} (${code})`;
}

function roomLink(site: string, { delegation }: Recipient, { round }: RoundOfText): string {
  return `${site}/rounds/${round.id}/delegations/${delegation.code}`;
}

function nameOf({ draft, text }: RoundOfText): string {
  return draft.symbol === "" ? text.title : draft.symbol;
}
