import { applyEdits } from "../model/apply-edits.ts";
import type { Compilation, CompiledStory, FormatProposal, Passage, Proposal } from "../model/compilation.ts";
import type { DelegationCode } from "../model/delegation.ts";
import type { Place } from "../model/place.ts";
import { type StoryId, sameTokens, type Token } from "../model/text.ts";
import { describeFormatChange } from "../render/format-change.ts";
import { shownText } from "../render/shown-text.ts";
import { type DoubledWords, doubledWords } from "./doubled-words.ts";
import { type StrandedWords, strandedWords } from "./stranded-words.ts";

/** A place where units of one delegation do not go together. Which of them counts, a person decides. */
export interface UnitConflict {
  readonly place: Place;
  /** The base tokens of the story `place.story` that it is about, half-open; empty where something is inserted. */
  readonly fromA: number;
  readonly toA: number;
  /** What the base text has there. */
  readonly base: string;
  /** At least two. What other units leave as it is in the base text is no side. */
  readonly sides: readonly ConflictSide[];
}

export type ConflictSide =
  | {
      readonly kind: "wording";
      /** Labels of the units that propose exactly this, in the order of the labels. */
      readonly units: readonly string[];
      /** The whole stretch in this wording; `""` to delete it. Paragraphs end with `"\n"`. */
      readonly wording: string;
    }
  | {
      readonly kind: "formatting";
      readonly units: readonly string[];
      /** In plain words: `"bold"`, `"not italic"`. */
      readonly change: string;
    };

/**
 * Every place where units propose different wordings, different looks of one wording, different looks of words that stay,
 * or where one changes the look of words, or the words of a note, that another takes out, or types words into a paragraph
 * that another takes out, or puts words in place of others that another inserts behind those. In the order of the text.
 */
export function unitConflicts({ stories }: Compilation, labelOf: (unit: DelegationCode) => string): UnitConflict[] {
  const takenOut = new Map<StoryId, readonly DelegationCode[]>();
  return stories.flatMap((compiled) => {
    const finder = new StoryConflicts(compiled, labelOf);
    const conflicts = finder.find(takenOut.get(compiled.story.id) ?? []);
    // Stories that hang on a token go with it; the list names what holds them before themselves.
    for (const [at, units] of finder.takenOut)
      for (const { id } of compiled.story.tokens[at]?.stories ?? []) takenOut.set(id, units);
    const outer = takenOut.get(compiled.story.id);
    if (outer !== undefined)
      for (const { stories: inner } of compiled.story.tokens) for (const { id } of inner) takenOut.set(id, outer);
    return conflicts;
  });
}

class StoryConflicts {
  readonly #compiled: CompiledStory;
  readonly #labelOf: (unit: DelegationCode) => string;
  /** Who takes out a base token, by its position. */
  readonly takenOut: ReadonlyMap<number, readonly DelegationCode[]>;

  constructor(compiled: CompiledStory, labelOf: (unit: DelegationCode) => string) {
    this.#compiled = compiled;
    this.#labelOf = labelOf;
    this.takenOut = deletedTokens(compiled);
  }

  /** `gone` are the units that take out the whole story with what it hangs on. */
  find(gone: readonly DelegationCode[]): UnitConflict[] {
    const { passages, formatting } = this.#compiled;
    return [
      ...passages.flatMap((passage) => this.#inPassage(passage, gone)),
      ...doubledWords(this.#compiled).map((words) => this.#twice(words)),
      ...strandedWords(this.#compiled, this.takenOut).map((words) => this.#inTakenParagraph(words)),
      ...overlapping(formatting).flatMap((looks) => this.#inLooks(looks, gone)),
    ].sort((x, y) => x.fromA - y.fromA || x.toA - y.toA);
  }

  #inPassage({ fromA, toA, place, proposals }: Passage, gone: readonly DelegationCode[]): UnitConflict[] {
    const sides = [...proposals.flatMap((proposal) => this.#sidesOf(fromA, toA, proposal)), ...this.#without(gone)];
    return sides.length < 2 ? [] : [{ place, fromA, toA, base: this.#baseText(fromA, toA), sides }];
  }

  #twice({ place, replaced, inserted }: DoubledWords): UnitConflict {
    const { fromA, toA } = replaced.edit;
    const base = this.#baseText(fromA, toA);
    const words = shownText(replaced.edit.inserted);
    const sides: ConflictSide[] = [
      { kind: "wording", units: this.#labels(replaced.units), wording: words },
      { kind: "wording", units: this.#labels(inserted.units), wording: base + words },
    ];
    return { place, fromA, toA, base, sides };
  }

  #inTakenParagraph({ place, fromA, toA, typed, takers }: StrandedWords): UnitConflict {
    const { tokens } = this.#compiled.story;
    const sides = typed.map(({ units, edits }): ConflictSide => {
      const wording = shownText(applyEdits(tokens, edits, [], fromA, toA));
      return { kind: "wording", units: this.#labels(units), wording };
    });
    // Of what they type over, the takers have what stands before the paragraph.
    let kept = fromA;
    while (kept < toA && !takers.some((unit) => this.takenOut.get(kept)?.includes(unit))) kept++;
    const without: ConflictSide = {
      kind: "wording",
      units: this.#labels(takers),
      wording: this.#baseText(fromA, kept),
    };
    return { place, fromA, toA, base: this.#baseText(fromA, toA), sides: [...sides, without] };
  }

  /** One wording is one side, or one for each look that it has. */
  #sidesOf(fromA: number, toA: number, { sponsors, variants, wording }: Proposal): ConflictSide[] {
    if (variants.length === 1) {
      const units = this.#labels(sponsors.map(({ delegation }) => delegation));
      return [{ kind: "wording", units, wording: shownText(wording) }];
    }
    const rows = variants.map(({ edits }) => applyEdits(this.#compiled.story.tokens, edits, [], fromA, toA));
    const unlike = wording.findIndex((_, i) => rows.some((row) => !isAlike(row[i], rows[0]?.[i])));
    return variants.map(({ delegations }, k) => ({
      kind: "formatting",
      units: this.#labels(delegations),
      change: describeFormatChange("", rows[k]?.[unlike]?.format ?? "") || "plain",
    }));
  }

  #inLooks(looks: readonly FormatProposal[], gone: readonly DelegationCode[]): UnitConflict[] {
    const [first] = looks;
    if (first === undefined) return [];
    const fromA = Math.min(...looks.map((look) => look.fromA));
    const toA = Math.max(...looks.map((look) => look.toA));
    const deleters = new Set<DelegationCode>(gone);
    for (let at = fromA; at < toA; at++) for (const unit of this.takenOut.get(at) ?? []) deleters.add(unit);
    const sides = [...looks.map((look) => this.#sideOf(look)), ...this.#without([...deleters])];
    return sides.length < 2 ? [] : [{ place: first.place, fromA, toA, base: this.#baseText(fromA, toA), sides }];
  }

  #sideOf({ fromA, sponsors, tokens }: FormatProposal): ConflictSide {
    const before = this.#compiled.story.tokens[fromA]?.format ?? "";
    return {
      kind: "formatting",
      units: this.#labels(sponsors.map(({ delegation }) => delegation)),
      change: describeFormatChange(before, tokens[0]?.format ?? ""),
    };
  }

  #without(units: readonly DelegationCode[]): ConflictSide[] {
    return units.length === 0 ? [] : [{ kind: "wording", units: this.#labels(units), wording: "" }];
  }

  #labels(units: readonly DelegationCode[]): string[] {
    return units.map(this.#labelOf);
  }

  #baseText(fromA: number, toA: number): string {
    return shownText(this.#compiled.story.tokens.slice(fromA, toA));
  }
}

function isAlike(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && sameTokens([a], [b]);
}

function deletedTokens({ passages }: CompiledStory): Map<number, DelegationCode[]> {
  const deleted = new Map<number, DelegationCode[]>();
  for (const { proposals } of passages) {
    for (const { delegations, edits } of proposals.flatMap(({ variants }) => variants)) {
      for (const { fromA, toA } of edits)
        for (let at = fromA; at < toA; at++) deleted.set(at, [...(deleted.get(at) ?? []), ...delegations]);
    }
  }
  return deleted;
}

/** Proposals of formatting in groups of those that overlap, each by itself where none does. */
function overlapping(formatting: readonly FormatProposal[]): FormatProposal[][] {
  const groups: FormatProposal[][] = [];
  let end = 0;
  for (const look of formatting.toSorted((x, y) => x.fromA - y.fromA)) {
    const last = groups.at(-1);
    if (last !== undefined && look.fromA < end) last.push(look);
    else groups.push([look]);
    end = Math.max(end, look.toA);
  }
  return groups;
}
