import type { Letter } from "../../platform/mail/letter.ts";

/** What the mails of a negotiation say, in one language. Each takes what it names, ready to be read. */
export interface MailWords {
  readonly planned: (about: AboutMeeting) => Letter;
  /** Its time or its venue is another one. */
  readonly moved: (about: AboutMeeting) => Letter;
  readonly nextDraft: (about: AboutDraft) => Letter;
}

interface AboutMeeting {
  /** The symbol of the draft, or the title of the text without one. */
  readonly name: string;
  readonly text: string;
  readonly meeting: string;
  /** With its zone. */
  readonly startsAt: string;
  /** `""` where it is not known yet. */
  readonly venue: string;
  /** The address of the page on which to go on. */
  readonly link: string;
}

interface AboutDraft {
  readonly name: string;
  readonly text: string;
  readonly link: string;
  /** The address of the page that tells what became of every proposal. */
  readonly outcomes: string;
}
