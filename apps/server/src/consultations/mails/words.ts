/** What the mails of a round say, in one language. Each takes what it names, ready to be read. */
export interface MailWords {
  readonly announcement: (about: Announced) => Letter;
  readonly newDeadline: (about: AboutRound) => Letter;
  readonly reminder: (about: AboutRound & { readonly delegation: string }) => Letter;
  readonly receipt: (about: Receipted) => Letter;
  readonly release: (about: Released) => Letter;
}

/** Paragraphs are lines; an empty one parts them. */
export interface Letter {
  readonly subject: string;
  readonly lines: readonly string[];
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

interface Announced extends AboutRound {
  readonly delegation: string;
  /** In the language in which the secretariat wrote them; `""` without any. */
  readonly instructions: string;
}

interface Receipted {
  readonly name: string;
  readonly delegation: string;
  readonly number: number;
  readonly receivedAt: string;
  readonly late: boolean;
  readonly file: string;
  readonly sha256: string;
  readonly entry: number;
  readonly hash: string;
  /** The engine's receipt, in English. */
  readonly counts: string;
  readonly link: string;
}

interface Released {
  readonly name: string;
  readonly text: string;
  readonly delegation: string;
  readonly number: number;
  readonly link: string;
}
