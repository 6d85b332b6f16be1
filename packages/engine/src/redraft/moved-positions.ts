import { compareTokens } from "../compare/compare-tokens.ts";
import type { TokenChange } from "../compare/token-change.ts";
import { applyEdits } from "../model/apply-edits.ts";
import type { Edit } from "../model/submission.ts";
import { type Story, sameWording } from "../model/text.ts";
import type { SettledStory } from "./settle-story.ts";

/** Where places of a story of the base are in the next draft. */
export class MovedPositions {
  readonly #edits: readonly PlacedEdit[];
  /** What the file of the next draft is read as, where that is other than what was written: words that met became one. */
  readonly #readAs: readonly TokenChange[];

  constructor({ story, changes }: SettledStory, next: Story) {
    this.#edits = changes.flatMap(({ opens, proposals }) =>
      proposals.flatMap(({ variants }) => variants.flatMap(({ edits }) => edits.map((edit) => ({ edit, opens })))),
    );
    const written = applyEdits(
      story.tokens,
      this.#edits.map(({ edit }) => edit),
    );
    this.#readAs = sameWording(written, next.tokens) ? [] : compareTokens(written, next.tokens);
  }

  /**
   * The gap before base token `gap`, behind what was inserted there; a bracket that opens there stands behind it. `null`
   * where the text on both sides was taken out.
   */
  gap(gap: number): number | null {
    const written = this.#written(gap, "gap");
    return written === null ? null : this.#read(written, "gap");
  }

  /** Base tokens `from` to `to`, if all of them stand together in the next draft. */
  range(from: number, to: number): readonly [from: number, to: number] | null {
    if (from === to) {
      const gap = this.gap(from);
      return gap === null ? null : [gap, gap];
    }
    let first: number | null = null;
    for (let at = from; at < to; at++) {
      const moved = this.#token(at);
      if (moved === null) return null;
      first ??= moved;
      if (moved - first !== at - from) return null;
    }
    return first === null ? null : [first, first + (to - from)];
  }

  #token(at: number): number | null {
    const written = this.#written(at, "token");
    return written === null ? null : this.#read(written, "token");
  }

  /** In the row of tokens that was written. */
  #written(position: number, what: "gap" | "token"): number | null {
    let by = 0;
    for (const { edit, opens } of this.#edits) {
      const { fromA, toA, inserted } = edit;
      if (fromA > position || (what === "gap" && opens && fromA === position)) continue;
      const isWithin = what === "gap" ? fromA < position && position < toA : position < toA;
      if (isWithin) return null;
      if (toA <= position) by += inserted.length - (toA - fromA);
    }
    return position + by;
  }

  /** In the row of tokens that is read. */
  #read(position: number, what: "gap" | "token"): number | null {
    let by = 0;
    for (const { fromA, toA, fromB, toB } of this.#readAs) {
      if (fromA > position || (what === "gap" && fromA === position)) break;
      if (position < toA) return null;
      by += toB - fromB - (toA - fromA);
    }
    return position + by;
  }
}

interface PlacedEdit {
  readonly edit: Edit;
  readonly opens: boolean;
}
