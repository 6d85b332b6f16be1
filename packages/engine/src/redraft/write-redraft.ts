import { inflateSync } from "fflate";
import type { Compilation, CompiledStory } from "../model/compilation.ts";
import { authorOf, type DelegationCode } from "../model/delegation.ts";
import type { StoryId } from "../model/text.ts";
import { crc32 } from "../ooxml/crc32.ts";
import { WordFile } from "../ooxml/word-file.ts";
import { openPackage } from "../ooxml/word-package.ts";
import { EDITOR } from "../render/rolling/as-passages.ts";
import { type Authorship, byOne } from "../render/tracked/authorship.ts";
import { type Untrackable, writeTracked } from "../render/tracked/render-tracked.ts";
import { resolveChanges } from "../render/tracked/resolve-changes.ts";
import { placeOfUntrackable } from "../render/word-untrackable.ts";
import type { BaseText } from "../submission/base-text.ts";
import { goneStories } from "./gone-stories.ts";
import { type HalfMove, halfMoves } from "./half-moves.ts";
import type { PassageDecisions, ProposalFate } from "./passage-decision.ts";
import { type SettledStory, settleStory } from "./settle-story.ts";
import { type UnevenColumn, unevenColumns } from "./uneven-columns.ts";

export interface RedraftOptions {
  /** In whose name the draft is written: the chair or the secretariat, as Word names an author. */
  readonly author: string;
  readonly initials: string;
  /** The date of its changes: ISO 8601, `"2026-03-02T09:00:00Z"`. */
  readonly date: string;
  /** Whether brackets name the delegations behind each wording. */
  readonly namesInBrackets: boolean;
  /** Whom tracked changes name: the author, or the delegations whose wording was adopted. */
  readonly changesBy: "author" | "delegations";
}

export interface UntrackedDecision {
  readonly what: Untrackable["what"];
  readonly citation: string;
  readonly delegations: readonly DelegationCode[];
}

/** The next draft. */
export interface Redraft {
  /** Tracked against the base: with all changes rejected it is the base, with all accepted `clean`. */
  readonly tracked: Uint8Array;
  readonly clean: Uint8Array;
  /** Every proposal of the compilation, once, in the order of the text. */
  readonly fates: readonly ProposalFate[];
  /** What brackets cannot show, in words; it stands nowhere in the draft. */
  readonly leftOver: readonly string[];
  /** What the tracked file, and so the clean one, cannot hold; a decided wording that nobody proposed has no delegations. */
  readonly untrackable: readonly UntrackedDecision[];
  /** Moves that were decided by halves: words that the draft has lost, or has twice. A person has to look at each. */
  readonly halfMoves: readonly HalfMove[];
  /** Columns that were decided row by row in different ways: the rows of their tables differ. A person has to look at each. */
  readonly unevenColumns: readonly UnevenColumn[];
  /** What `carryProposals` needs to take open proposals to the next draft. */
  readonly settled: readonly SettledStory[];
}

/**
 * Writes the next draft from what was decided on the passages of a compilation of `base`. Passages without a decision stay
 * as in the base, and so does formatting: what is proposed for them is carried. Throws a `RangeError` for a decision on
 * a passage or a proposal that is not there, and a `Problem` where what was typed cannot be written.
 */
export function writeRedraft(
  base: BaseText,
  compilation: Compilation,
  decisions: PassageDecisions,
  options: RedraftOptions,
): Redraft {
  const passages = new Map(compilation.stories.flatMap((each) => each.passages.map((one) => [one.id, one] as const)));
  for (const id of decisions.keys()) if (!passages.has(id)) throw new RangeError(`There is no passage ${id}`);
  const fileOf = (code: string): WordFile => {
    const source = compilation.sources.get(code);
    // Words that were typed elsewhere need nothing of a file.
    return source instanceof WordFile ? source : base.file;
  };
  const context = {
    base: base.file,
    fileOf,
    passages,
    isAttributed: options.namesInBrackets,
    text: base,
    decisions,
    by: { author: options.author, date: options.date },
  };
  const gone = new Set<StoryId>();
  const settled = compilation.stories.map((compiled) => {
    const one = settleStory(compiled, gone.has(compiled.story.id), context);
    // Stories that hang on a token are listed behind the one that holds it.
    for (const id of goneStories(compiled.story, one.changes)) gone.add(id);
    return one;
  });
  const codes = compilation.delegations.map(({ code }) => code);
  const { bytes: tracked, untrackable } = writeTracked(
    base,
    {
      delegations: [{ code: EDITOR, name: options.author }, ...compilation.delegations],
      stories: settled.map(({ story, changes }) => ({ story, passages: changes, formatting: [] })),
      comments: [],
      receipts: [],
      notices: [],
      sources: new Map([[EDITOR, base.file], ...codes.map((code) => [code, fileOf(code)] as const)]),
    },
    options.changesBy === "author" ? byOne(options) : byThoseAdopted(options),
  );
  return {
    tracked,
    clean: resolveChanges(openPackage(tracked, { inflate, crc32 }), "accept"),
    fates: settled.flatMap(({ fates }) => fates),
    leftOver: settled.flatMap(({ leftOver }) => leftOver),
    untrackable: untrackable.map((one) => ({
      what: one.what,
      citation: placeOfUntrackable(one, compilation),
      delegations: one.delegations.filter((code) => code !== EDITOR),
    })),
    halfMoves: settled.flatMap((one, i) => halfMoves(compilation.stories[i] as CompiledStory, one)),
    unevenColumns: settled.flatMap((one, i) => unevenColumns(compilation.stories[i] as CompiledStory, one)),
    settled,
  };
}

/** Changes carry the codes of those whose wording it is; what is the author's own, the author's name. */
function byThoseAdopted({ author, initials }: RedraftOptions): Authorship {
  return {
    isOneHand: true,
    changeBy: (authors) => {
      const delegations = authors.filter(({ code }) => code !== EDITOR);
      return delegations.length === 0 ? author : authorOf(delegations.map(({ code }) => ({ code, persons: [] })));
    },
    commentBy: () => ({ author, initials }),
  };
}

function inflate(compressed: Uint8Array, size: number): Uint8Array {
  return inflateSync(compressed, { out: new Uint8Array(size) });
}
