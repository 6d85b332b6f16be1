import type { InterfaceLanguage, PositionView, Ruling, WordingOutcome } from "@compendium/contract";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ru } from "./ru.ts";

/**
 * What the papers of a negotiation say, in one language. Mostly labels before a colon: names and citations behind them are
 * in no grammatical case.
 */
export interface PaperWords {
  /** `"Page {page} of {pages}"` */
  readonly page: string;
  readonly round: string;
  readonly version: string;
  readonly compilation: (number: number) => string;
  readonly asOf: string;
  readonly chair: string;
  /** Of no words at all: as a base wording, and as a proposal. */
  readonly nothing: string;
  readonly toBeDeleted: string;
  /** Between names, and between what has commas in it. */
  readonly comma: string;
  readonly semicolon: string;
  readonly quoted: (words: string) => string;
  readonly text: string;
  readonly draft: string;
  readonly nextDraft: string;
  readonly adReferendum: (until: string) => string;
  readonly note: string;
  readonly rulings: Readonly<Record<Ruling["kind"], string>>;
  readonly traceability: {
    readonly title: string;
    /** How the table is to be read. */
    readonly reading: string;
    readonly notMadeYet: string;
    readonly place: string;
    readonly paragraph: string;
    readonly base: string;
    readonly wording: string;
    readonly proposedBy: string;
    readonly decision: string;
    readonly decidedAt: string;
    readonly outcome: string;
    readonly why: string;
    readonly none: string;
    readonly notDecided: string;
    readonly became: Readonly<Record<WordingOutcome["became"], string>>;
    readonly because: Readonly<Record<NonNullable<WordingOutcome["reason"]>, string>>;
  };
  readonly report: {
    readonly title: string;
    readonly draftNotice: string;
    readonly meeting: string;
    readonly opened: string;
    readonly closed: string;
    readonly venue: string;
    readonly participants: string;
    readonly notNoted: string;
    readonly agenda: string;
    readonly discussion: string;
    readonly item: (number: number) => string;
    readonly considered: string;
    readonly floor: string;
    readonly decided: string;
    readonly wordingOf: (names: string) => string;
    readonly stances: Readonly<Record<PositionView["stance"], string>>;
    readonly onBehalfOf: string;
    readonly inAlignment: string;
    readonly bracketed: string;
    readonly parked: string;
    readonly smallGroup: string;
    readonly dependsOn: string;
    readonly consulted: string;
    readonly deferred: string;
    readonly undecided: string;
    readonly statements: string;
    readonly noItem: string;
  };
}

export const WORDS: Readonly<Record<InterfaceLanguage, PaperWords>> = { en, fr, ru, es, ar };
