import type { Letter } from "../../platform/mail/letter.ts";

/** What the mails of a round say, in one language. Each takes what it names, ready to be read. */
export interface MailWords {
  readonly announcement: (about: Announced) => Letter;
  readonly newDeadline: (about: AboutRound) => Letter;
  readonly cancelled: (about: AboutRound & Reasoned) => Letter;
  readonly closedEarly: (about: AboutRound & Reasoned & { readonly formerly: string }) => Letter;
  readonly reminder: (about: AboutRound & OfDelegation) => Letter;
  readonly receipt: (about: Receipted) => Letter;
  readonly takenBack: (about: TakenBack) => Letter;
  readonly release: (about: Released) => Letter;
}

interface AboutRound {
  /** The symbol of the draft, or the title of the text without one. */
  readonly name: string;
  readonly text: string;
  readonly round: string;
  /** With its zone. */
  readonly deadline: string;
  /** The address of the page on which to go on. */
  readonly link: string;
}

interface Reasoned {
  /** As the secretariat wrote it. */
  readonly reason: string;
}

interface OfDelegation {
  /** By name and code: `"Ankervale (XAA)"`. */
  readonly delegation: string;
}

interface Announced extends AboutRound, OfDelegation {
  /** In the language in which the secretariat wrote them; `""` without any. */
  readonly instructions: string;
}

/** Where a submission came from: who submitted it, or entered it, and when it was received. */
export interface Whence {
  readonly number: number;
  readonly channel: "web" | "e-mail" | "draft before";
  readonly by: string;
  readonly receivedAt: string;
}

interface Receipted extends Whence, OfDelegation {
  readonly name: string;
  readonly late: boolean;
  /** What stood until now, and does no longer. */
  readonly replaced: Whence | null;
  readonly file: string;
  readonly sha256: string;
  readonly entry: number;
  readonly hash: string;
  /** The engine's receipt, in English. */
  readonly counts: string;
  readonly link: string;
}

interface TakenBack extends OfDelegation {
  readonly name: string;
  readonly number: number;
  readonly by: string;
  /** As the secretariat wrote it. */
  readonly reason: string;
  /** What stands now; `null` for nothing. */
  readonly stands: Whence | null;
  readonly link: string;
}

interface Released extends OfDelegation {
  readonly name: string;
  readonly text: string;
  readonly number: number;
  readonly link: string;
}
