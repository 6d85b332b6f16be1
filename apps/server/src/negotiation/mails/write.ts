import { type InterfaceLanguage, WORD_FILE } from "@compendium/contract";
import type { CompilationOfRound } from "../../consultations/index.ts";
import { inZone } from "../../platform/in-zone.ts";
import { letterTo } from "../../platform/mail/letter.ts";
import type { Mail } from "../../platform/mail/mail.ts";
import { type DraftRow, draftFiles, type TextRow } from "../../texts/index.ts";
import type { PlannedMeeting } from "../queries.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ru } from "./ru.ts";
import type { MailWords } from "./words.ts";

const WORDS: Readonly<Record<InterfaceLanguage, MailWords>> = { en, fr, ru, es, ar };

/** To whom a mail goes, and in which language they read. */
export interface Recipient {
  readonly email: string;
  readonly language: InterfaceLanguage;
}

/** Says when and where a meeting is planned, or that this is another time or venue than was told. */
export function meetingMail(
  what: "planned" | "moved",
  { email, language }: Recipient,
  { meeting, draft, text }: PlannedMeeting,
  site: string,
): Mail {
  const { id, title, startsAt, timeZone, venue } = meeting;
  return letterTo(
    email,
    WORDS[language][what]({
      name: nameOf(draft, text),
      text: text.title,
      meeting: title,
      startsAt: inZone(startsAt, timeZone, language),
      venue,
      link: `${site}/meetings/${id}`,
    }),
  );
}

/** Goes with the draft itself, clean and tracked: who works in Word alone needs nothing else. */
export function nextDraftMail(
  { email, language }: Recipient,
  { compilation, text }: CompilationOfRound,
  next: DraftRow,
  site: string,
): Mail {
  const letter = WORDS[language].nextDraft({
    name: nameOf(next, text),
    text: text.title,
    link: `${site}/drafts/${next.id}`,
    outcomes: `${site}/compilations/${compilation.id}/outcomes`,
  });
  const attachments = draftFiles(next).map(({ name, sha256 }) => ({ name, sha256, type: WORD_FILE }));
  return { ...letterTo(email, letter), attachments };
}

function nameOf({ symbol }: DraftRow, { title }: TextRow): string {
  return symbol === "" ? title : symbol;
}
