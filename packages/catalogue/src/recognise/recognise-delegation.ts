import type { CatalogueDelegation } from "../delegation.ts";
import { delegation, delegations, inventedDelegations } from "../delegations.ts";
import { catalogueIndex, indexNames, type NameIndex, type ReadAs, type Reading } from "./name-index.ts";
import { isCredible } from "./traps.ts";
import { keyOf, type Word, wordsOfFileName } from "./words.ts";

/** Which delegation a file name tells of. Only `certain` may be taken without asking a person. */
export type Recognition =
  | { readonly kind: "certain"; readonly delegation: CatalogueDelegation; readonly because: readonly Evidence[] }
  | {
      readonly kind: "ambiguous";
      /** In the order of `among`. Only one where the file name also names somebody who is not among them. */
      readonly candidates: readonly CatalogueDelegation[];
      readonly because: readonly Evidence[];
    }
  | { readonly kind: "unknown" };

/** Words of the file name that tell of a delegation. */
export interface Evidence {
  /** As the file name has them, with a space between: `Switzerland`, `Papua New Guinea`. */
  readonly written: string;
  readonly as: ReadAs;
  /** The delegations that the words can mean, in alphabetical order of the codes: for `Korea` there are two. */
  readonly codes: readonly string[];
}

/**
 * Reads from the name of a file who sent it: by code, by name in eight languages, by short forms. `among` are the
 * delegations that can have sent it, all of the catalogue and the invented ones if left out. Whatever `among` is,
 * `Equatorial Guinea` is never read as Guinea. Two delegations named are ambiguous, even if only one is expected; so
 * is a bare `Congo` or `Korea`, unless `among` or another word tells which. With nobody expected named it is unknown.
 */
export function recogniseDelegation(
  fileName: string,
  among: readonly CatalogueDelegation[] = [...delegations(), ...inventedDelegations()],
): Recognition {
  const expected = new Set(among.map(({ code }) => code));
  const because = evidenceIn(wordsOfFileName(fileName), indexesFor(among)).flatMap(
    (evidence) => narrowed(evidence, expected) ?? [],
  );

  const named = codesNamed(because);
  const candidates = among.filter(({ code }) => named.has(code));
  const [first] = candidates;
  if (first === undefined) return { kind: "unknown" };
  if (named.size > 1) return { kind: "ambiguous", candidates, because };
  return { kind: "certain", delegation: first, because };
}

/**
 * The evidence with those left out that are not expected, unless it speaks of nobody else: `Japan on the Swiss text`
 * may not pass for Swiss where Japan is not expected. But two letters that fit nobody expected are a person's initials.
 */
function narrowed(evidence: Evidence, expected: ReadonlySet<string>): Evidence | null {
  const codes = evidence.codes.filter((code) => expected.has(code));
  if (codes.length > 0) return { ...evidence, codes };
  return evidence.as === "alpha-2" ? null : evidence;
}

/** Where several delegations can be meant, one of them named elsewhere in the file name settles it. */
function codesNamed(because: readonly Evidence[]): ReadonlySet<string> {
  const certain = new Set(because.flatMap(({ codes }) => (codes.length === 1 ? codes : [])));
  const open = because.filter(({ codes }) => codes.length > 1 && !codes.some((code) => certain.has(code)));
  return new Set([...certain, ...open.flatMap(({ codes }) => codes)]);
}

/** The index of the catalogue; and one of delegations that the catalogue does not have, where there are any. */
function indexesFor(among: readonly CatalogueDelegation[]): readonly NameIndex[] {
  const foreign = among.filter(({ code }) => delegation(code) === undefined);
  return foreign.length === 0 ? [catalogueIndex()] : [catalogueIndex(), indexNames(foreign)];
}

/**
 * From left to right, at each word the longest entry that begins there; words of one entry are not read again. So
 * `Papua New Guinea` and `South Sudan` are found whole, and what is no delegation hides the names inside it.
 */
function evidenceIn(words: readonly Word[], indexes: readonly NameIndex[]): readonly Evidence[] {
  const found: Evidence[] = [];
  const longest = Math.max(...indexes.map((index) => index.longest));
  let at = 0;
  while (at < words.length) {
    const entry = longestEntry(words, at, longest, indexes);
    const count = entry?.count ?? 1;
    const readings = entry?.readings ?? [];
    if (readings.length > 0) found.push(evidenceOf(words.slice(at, at + count), readings));
    at += count;
  }
  return found;
}

interface Entry {
  readonly count: number;
  /** Empty for what is no delegation. */
  readonly readings: readonly Reading[];
}

function longestEntry(
  words: readonly Word[],
  at: number,
  longest: number,
  indexes: readonly NameIndex[],
): Entry | null {
  for (let count = Math.min(longest, words.length - at); count > 0; count -= 1) {
    for (const key of keysOf(words.slice(at, at + count))) {
      const found = indexes.flatMap((index) => index.find(key) ?? []);
      const readings = found.filter((reading) => isCredible(reading, words, at, count));
      const isNoDelegation = found.length === 0 && indexes.some((index) => index.find(key) !== undefined);
      if (readings.length > 0 || isNoDelegation) return { count, readings };
    }
  }
  return null;
}

/** Arabic writes `and`, `of`, `in` and `like` as one letter in front of the word, and joins `of the` into two. */
function keysOf(words: readonly Word[]): readonly string[] {
  const key = keyOf(words);
  const prefixed = /^(?:(?<ofThe>و?لل)|[وفبلك]{1,2})(?<rest>\p{Script=Arabic}{4,}.*)$/u.exec(key)?.groups;
  if (prefixed === undefined) return [key];
  return [key, prefixed.ofThe === undefined ? `${prefixed.rest}` : `ال${prefixed.rest}`];
}

function evidenceOf(words: readonly Word[], readings: readonly Reading[]): Evidence {
  const written = words.map((word) => word.written).join(/\p{Script=Han}/u.test(words[0]?.written ?? "") ? "" : " ");
  const codes = [...new Set(readings.map(({ code }) => code))].sort();
  return { written, as: (readings[0] as Reading).as, codes };
}
