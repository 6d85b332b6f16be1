import type { Provenance } from "./provenance.ts";

/** The languages in which the catalogue has names: the six of the United Nations, German and Italian. */
export const LANGUAGES = ["en", "fr", "es", "ru", "ar", "zh", "de", "it"] as const;

export type Language = (typeof LANGUAGES)[number];

/** A State or an organisation that can be a delegation. It can stand wherever the engine asks for a `Delegation`. */
export interface CatalogueDelegation {
  /** ISO 3166-1 alpha-3 of a State, `XAA` to `XII` if it is invented; the usual short form of an organisation: `EU`. */
  readonly code: string;
  /** The short name in English without its article: `Netherlands`, `Bolivia (Plurinational State of)`. */
  readonly name: string;
  readonly kind: "state" | "organisation";
  /** ISO 3166-1 alpha-2; `null` for an organisation or an invented State. */
  readonly alpha2: string | null;
  /** True for those made up for illustrations and tests: no such State exists. */
  readonly invented: boolean;
  readonly names: Readonly<Record<Language, DelegationName>>;
}

export interface DelegationName {
  /** Without its article. */
  readonly short: string;
  readonly shortFrom: Provenance;
  /** With its article in English, French and Spanish: `the Swiss Confederation`. `null` where there is none. */
  readonly formal: string | null;
  /** `null` exactly if `formal` is. */
  readonly formalFrom: Provenance | null;
}
