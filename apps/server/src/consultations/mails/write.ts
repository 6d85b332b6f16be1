import { type InterfaceLanguage, WORD_FILE } from "@compendium/contract";
import type { Mail } from "../../platform/mail/mail.ts";
import type { CompilationOfRound, RoundOfText, SubmissionOfRound } from "../queries.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { inZone } from "./in-zone.ts";
import { ru } from "./ru.ts";
import type { Letter, MailWords } from "./words.ts";

const WORDS: Readonly<Record<InterfaceLanguage, MailWords>> = { en, fr, ru, es, ar };

/** To whom a mail goes, as whose member, and in which language they read. */
export interface Recipient {
  readonly email: string;
  readonly delegation: string;
  readonly language: InterfaceLanguage;
}

/** Goes with the draft itself: who works in Word alone needs nothing else. */
export function announcementMail(to: Recipient, of: RoundOfText, site: string): Mail {
  const { round, draft } = of;
  const { delegation } = to;
  const link = `${site}/rounds/${round.id}/delegations/${delegation}`;
  const { instructions } = round;
  return {
    ...mail(to, WORDS[to.language].announcement({ ...about(to, of), delegation, instructions, link })),
    attachments: [{ name: draft.fileName, sha256: draft.sha256, type: WORD_FILE }],
  };
}

export function newDeadlineMail(to: Recipient, of: RoundOfText, site: string): Mail {
  return mail(to, WORDS[to.language].newDeadline({ ...about(to, of), link: `${site}/rounds/${of.round.id}` }));
}

export function reminderMail(to: Recipient, of: RoundOfText, site: string): Mail {
  const { delegation } = to;
  const link = `${site}/rounds/${of.round.id}/delegations/${delegation}`;
  return mail(to, WORDS[to.language].reminder({ ...about(to, of), delegation, link }));
}

/** The receipt of a submission: what was received, when, and how to check that nothing was changed. */
export function receiptMail(to: Recipient, of: SubmissionOfRound, counts: string, site: string): Mail {
  const { round, submission } = of;
  const { number, delegation, late, fileName, sha256, recordNumber, recordHash } = submission;
  return mail(
    to,
    WORDS[to.language].receipt({
      name: nameOf(of),
      delegation,
      number,
      receivedAt: inZone(submission.receivedAt, round.timeZone, to.language),
      late,
      file: fileName,
      sha256,
      entry: recordNumber,
      hash: recordHash,
      counts: counts.trim(),
      link: `${site}/rounds/${round.id}/delegations/${delegation}`,
    }),
  );
}

export function releaseMail(to: Recipient, of: CompilationOfRound, site: string): Mail {
  const { round, text, compilation } = of;
  const link = `${site}/rounds/${round.id}/compilations/${compilation.id}`;
  const { delegation } = to;
  const { number } = compilation;
  return mail(to, WORDS[to.language].release({ name: nameOf(of), text: text.title, delegation, number, link }));
}

function mail({ email }: Recipient, { subject, lines }: Letter): Mail {
  return { to: email, subject, body: `${lines.join("\n")}\n` };
}

function about({ language }: Recipient, of: RoundOfText) {
  const { round, text } = of;
  const deadline = inZone(round.closesAt, round.timeZone, language);
  return { name: nameOf(of), text: text.title, round: round.title, deadline };
}

function nameOf({ draft, text }: RoundOfText): string {
  return draft.symbol === "" ? text.title : draft.symbol;
}
