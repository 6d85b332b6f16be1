import type { CompiledStory } from "../../model/compilation.ts";
import type { Edit } from "../../model/submission.ts";
import type { Token } from "../../model/text.ts";
import type { AuthorSets, Authors, Share } from "./authors.ts";
import { isTakenAway, nativeMoves } from "./native-moves.ts";
import { type TouchedMarks, touchedMarks } from "./touched-marks.ts";
import { lastMarks, takesWholeParagraph, writtenInsertion } from "./written-edit.ts";

/** One end of a move that Word can show as one: nobody else touches what is moved. */
export interface MoveEnd {
  /** Shared by both ends, unique in the file. */
  readonly name: string;
  readonly by: Authors;
}

/** Tokens that are inserted together at one gap, by the same delegations. */
export interface Insertion {
  readonly by: Authors;
  /** A mark of the base that is inserted once more, before the rest; `null` for nearly all. */
  readonly lead: Token | null;
  readonly tokens: readonly Token[];
  /** The edit that it comes from. */
  readonly edit: Edit;
}

/** Another look for a base token, with those who propose it. */
export interface OtherLook {
  readonly by: Authors;
  readonly token: Token;
  /** True if the token that has the look is the base's own. */
  readonly isBase: boolean;
}

/**
 * A compiled story as the sets that Word's tracked changes are made of: who deletes each base token, what is inserted at
 * each gap and by whom, who gives which token another look.
 */
export interface Markup {
  /** By the position of the base token. */
  readonly deleted: ReadonlyMap<number, Authors>;
  /** By the gap: what stands before the base token of that position. In the order in which it is written. */
  readonly inserted: ReadonlyMap<number, readonly Insertion[]>;
  /** Moves by their edits, of both ends. */
  readonly moves: ReadonlyMap<Edit, MoveEnd>;
  /** Edits that take a moved stretch away, by the position of its first base token. */
  readonly movedFrom: ReadonlyMap<number, Edit>;
  /** By the position of the base token; in the order of the list. */
  readonly looks: ReadonlyMap<number, readonly OtherLook[]>;
}

export function markupOf(compiled: CompiledStory, authors: AuthorSets): Markup {
  return new MarkupBuilder(compiled, authors).build();
}

class MarkupBuilder {
  readonly #compiled: CompiledStory;
  readonly #authors: AuthorSets;
  readonly #touched: TouchedMarks;
  readonly #deleters = new Map<number, readonly Share[]>();
  readonly #inserted = new Map<number, Insertion[]>();
  readonly #looks = new Map<number, OtherLook[]>();

  constructor(compiled: CompiledStory, authors: AuthorSets) {
    this.#compiled = compiled;
    this.#authors = authors;
    this.#touched = touchedMarks(compiled);
  }

  build(): Markup {
    const { passages, formatting } = this.#compiled;
    for (const { sponsors, variants } of passages.flatMap(({ proposals }) => proposals)) {
      for (const { delegations, edits } of variants) {
        const shares = sponsors.filter(({ delegation }) => delegations.includes(delegation));
        for (const edit of edits) this.#edit(edit, shares);
      }
    }
    this.#keepLastMarks();
    for (const { fromA, tokens, sponsors } of formatting) {
      for (const [i, token] of tokens.entries()) this.#look(fromA + i, sponsors, token, false);
    }
    const deleted = new Map([...this.#deleters].map(([at, shares]) => [at, this.#authors.of(shares)]));
    const moves = nativeMoves(this.#compiled, deleted, this.#inserted, this.#looks);
    const movedFrom = new Map([...moves.keys()].filter(isTakenAway).map((edit) => [edit.fromA, edit]));
    return { deleted, inserted: this.#inserted, looks: this.#looks, moves, movedFrom };
  }

  #edit(edit: Edit, shares: readonly Share[]): void {
    for (let at = edit.fromA; at < edit.toA; at++) {
      const here = this.#deleters.get(at);
      // One list for all words of an edit, so that its authors are made out once.
      this.#deleters.set(at, here === undefined ? shares : [...here, ...shares]);
    }
    if (edit.inserted.length === 0) return;
    const codes = shares.flatMap(({ delegation }) => this.#authors.fellowsOf(delegation));
    const isFree = (mark: number): boolean => !this.#touched.has(mark, codes, edit);
    const { gap, lead, tokens, look } = writtenInsertion(this.#compiled.story, edit, isFree);
    if (look !== null) this.#look(gap, shares, look, false);
    const there = this.#inserted.get(gap) ?? [];
    this.#inserted.set(gap, there);
    there.push({ by: this.#authors.of(shares), lead, tokens, edit });
  }

  /**
   * To delete the last paragraph of a cell, a note or the body, Word deletes the mark before it and keeps the last one,
   * which takes the look of the other. Where the delegation does something else there as well, its deletion stays as it is.
   */
  #keepLastMarks(): void {
    const { tokens } = this.#compiled.story;
    for (const last of lastMarks(this.#compiled.story)) {
      // All are looked at before any is moved: fellows would take what one of them deletes by then for another deletion.
      const moved = (this.#deleters.get(last) ?? []).flatMap((share) => {
        const before = this.#markInsteadOf(last, share);
        return before === null ? [] : [{ share, before }];
      });
      for (const { share, before } of moved) {
        const others = (this.#deleters.get(last) ?? []).filter((other) => other !== share);
        if (others.length === 0) this.#deleters.delete(last);
        else this.#deleters.set(last, others);
        this.#deleters.set(before, [...(this.#deleters.get(before) ?? []), share]);
        const look = tokens[before] as Token;
        if (look.format !== tokens[last]?.format) this.#look(last, [share], look, true);
      }
    }
  }

  /** The mark that a delegation deletes in place of a last one; `null` where the last one's deletion stays as it is. */
  #markInsteadOf(last: number, share: Share): number | null {
    const { tokens } = this.#compiled.story;
    if (this.#deletes(last + 1, share)) return null; // what it ends goes as well
    let from = last;
    while (this.#deletes(from - 1, share)) from--;
    const before = from - 1;
    if (takesWholeParagraph(tokens[before - 1]) || takesWholeParagraph(tokens[last - 1])) return null;
    if (tokens[before]?.kind !== "mark" || this.#insertsWithin(from, last + 1, share)) return null;
    const fellows = this.#authors.fellowsOf(share.delegation);
    return fellows.some((delegation) => this.#touched.reformats(before, delegation)) ? null : before;
  }

  #deletes(at: number, { delegation }: Share): boolean {
    const fellows = this.#authors.fellowsOf(delegation);
    return this.#deleters.get(at)?.some((share) => fellows.includes(share.delegation)) ?? false;
  }

  #insertsWithin(from: number, to: number, { delegation }: Share): boolean {
    const fellows = this.#authors.fellowsOf(delegation);
    for (let gap = from; gap <= to; gap++) {
      if (this.#inserted.get(gap)?.some(({ by }) => by.codes.some((code) => fellows.includes(code)))) return true;
    }
    return false;
  }

  /** Looks are grouped by who proposes them already, but several changes can give a last mark the same one. */
  #look(at: number, shares: readonly Share[], token: Token, isBase: boolean): void {
    const here = this.#looks.get(at) ?? [];
    this.#looks.set(at, here);
    const by = this.#authors.of(shares);
    const same = token.kind === "mark" ? here.findIndex((look) => look.token.format === token.format) : -1;
    const known = here[same];
    if (known === undefined) here.push({ by, token, isBase });
    else here[same] = { ...known, by: this.#authors.join([known.by, by]) };
  }
}
