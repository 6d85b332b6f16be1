/** Where a fact comes from. */
export interface Provenance {
  /** `seen`: read in the source named here. `recalled`: written from memory, to be checked before it is relied on. */
  readonly how: "seen" | "recalled";
  /** What was read, with its version; for what is recalled, who recalled it is not recorded. */
  readonly source: string;
  /** The licence of the source as an SPDX identifier, or `null` where there is none to name. */
  readonly licence: string | null;
}

export const COUNTRY_CODES: Provenance = {
  how: "seen",
  source: "github.com/datasets/country-codes, commit caa72d1 (UNTERM columns)",
  licence: "PDDL-1.0",
};

export const COUNTRY_NAMES: Provenance = {
  how: "seen",
  source: "i18n-iso-countries 7.14.0",
  licence: "MIT",
};

export const WORLD_COUNTRIES: Provenance = {
  how: "seen",
  source: "world-countries 5.1.0 (github.com/mledoze/countries)",
  licence: "ODbL-1.0",
};

export const RECALLED: Provenance = { how: "recalled", source: "general knowledge", licence: null };

/** Invented names were made for this catalogue: nothing was read, and nothing is to be checked. */
export const INVENTED: Provenance = { how: "recalled", source: "invented for illustrations", licence: "Apache-2.0" };
