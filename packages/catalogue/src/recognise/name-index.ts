import otherNames from "../../data/other-names.json" with { type: "json" };
import type { CatalogueDelegation } from "../delegation.ts";
import { delegations, inventedDelegations } from "../delegations.ts";
import { fold } from "../fold.ts";
import { spellings, spellingsOf } from "./spellings.ts";
import { isCapitals, keyOf, wordsOf } from "./words.ts";

/** What a row of words can be read as. */
export interface Reading {
  readonly code: string;
  readonly as: ReadAs;
  /** `capitals`: only where every word is in capitals, for codes. */
  readonly needs: "nothing" | "capitals";
}

/** `code` is the code of the catalogue: ISO alpha-3, or the short form of an organisation. */
export type ReadAs = "code" | "alpha-2" | "name" | "adjective";

/** What rows of words can be read as, by their key. */
export interface NameIndex {
  /** Empty where the words name what is no delegation, such as the Gulf of Guinea; `undefined` for no entry. */
  readonly find: (key: string) => readonly Reading[] | undefined;
  /** Words of the longest entry. */
  readonly longest: number;
}

/** Joined words shorter than this are too easily part of something else; `sanmarino` has 9 letters, `elsalvador` 10. */
const SHORTEST_JOINED = 8;

let ofCatalogue: NameIndex | undefined;

/** The index of everything in the catalogue, made when first asked for: it depends on the data alone. */
export function catalogueIndex(): NameIndex {
  ofCatalogue ??= indexNames([...delegations(), ...inventedDelegations()]);
  return ofCatalogue;
}

/** The index of names, codes and what else the data knows for these delegations. */
export function indexNames(indexed: readonly CatalogueDelegation[]): NameIndex {
  const readings = new Map<string, Reading[]>();
  let longest = 0;

  function add(spelling: string, reading: Omit<Reading, "needs">, needs: Reading["needs"] = "nothing"): void {
    const words = wordsOf(spelling);
    longest = Math.max(longest, words.length);
    const keys = [keyOf(words)];
    const joined = words.map(({ folded }) => folded).join("");
    if (words.length > 1 && joined.length >= SHORTEST_JOINED) keys.push(joined);
    for (const key of keys) {
      const known = readings.get(key) ?? [];
      if (!known.some(({ code, as }) => code === reading.code && as === reading.as)) {
        readings.set(key, [...known, { ...reading, needs }]);
      }
    }
  }

  for (const spelling of otherNames.notDelegations) readings.set(keyOf(wordsOf(spelling)), []);
  for (const each of indexed) {
    const { code, alpha2 } = each;
    for (const spelling of spellingsOf(each)) add(spelling, { code, as: "name" });
    for (const spelling of otherNamesOf(code)) {
      const short = isShortForm(spelling);
      for (const way of short ? [spelling] : spellings(spelling, null)) {
        add(way, { code, as: "name" }, short ? "capitals" : "nothing");
      }
    }
    for (const spelling of adjectivesOf(code)) add(spelling, { code, as: "adjective" });
    add(code, { code, as: "code" }, "capitals");
    if (alpha2 !== null) add(alpha2, { code, as: "alpha-2" }, "capitals");
  }
  return { find: (key) => readings.get(key), longest };
}

function otherNamesOf(code: string): readonly string[] {
  return (otherNames.names as Readonly<Record<string, readonly string[]>>)[code] ?? [];
}

function adjectivesOf(code: string): readonly string[] {
  return (otherNames.adjectives as Readonly<Record<string, readonly string[]>>)[code] ?? [];
}

/** `US`, `U.S.` and `РФ` are short forms, and so are written in capitals; `us` is a word. */
function isShortForm(spelling: string): boolean {
  return isCapitals(spelling) && fold(spelling).replace(/[^\p{L}]/gu, "").length <= 4 && !/\s/u.test(spelling);
}
