import { compareTokens } from "../compare/compare-tokens.ts";
import type { CompiledStory, Passage } from "../model/compilation.ts";
import type { DelegationCode } from "../model/delegation.ts";
import type { Edit } from "../model/submission.ts";
import type { Token } from "../model/text.ts";
import { shownText } from "../render/shown-text.ts";
import { ownEdits } from "./own-edits.ts";
import type { SettledStory } from "./settle-story.ts";

/** Words that delegations move, where the two ends of the move were decided apart. */
export interface HalfMove {
  /** The passages where the words stood, and where they are moved to. */
  readonly from: string;
  readonly to: string;
  readonly delegations: readonly DelegationCode[];
  /** The next draft has the words at neither end, or at both. */
  readonly what: "lost" | "doubled";
  readonly words: string;
  /** Citations of the two passages. */
  readonly citation: string;
  readonly citationTo: string;
  /** The end on which nothing is decided, and which is proposed for the next draft again; `null` where both are decided. */
  readonly open: "from" | "to" | null;
}

/**
 * Every move of which the next draft has half only, in the order of the text. Words in brackets at the place to which they
 * are moved are not lost. Words that a rival wording keeps for the most part are there.
 */
export function halfMoves(compiled: CompiledStory, { wordings, open }: SettledStory): HalfMove[] {
  const found = new Map<string, HalfMove & { readonly delegations: DelegationCode[] }>();
  for (const { delegation, from, to } of movesIn(compiled)) {
    const words = compiled.story.tokens.slice(from.edit.fromA, from.edit.toA);
    const stood = wordings.get(from.passage.id);
    const stands = wordings.get(to.passage.id);
    if (stood === undefined || stands === undefined) continue;
    const isLeft = stood === null || holds(stood, words);
    const isThere = stands !== null && holds(stands, words);
    const what = isLeft && isThere ? "doubled" : !isLeft && stands !== null && !isThere ? "lost" : null;
    if (what === null) continue;
    const key = JSON.stringify([from.passage.id, from.edit.fromA, from.edit.toA, to.passage.id]);
    const known = found.get(key);
    if (known !== undefined) known.delegations.push(delegation);
    else {
      found.set(key, {
        from: from.passage.id,
        to: to.passage.id,
        delegations: [delegation],
        what,
        words: shownText(words),
        citation: from.passage.place.citation,
        citationTo: to.passage.place.citation,
        open: open.includes(from.passage) ? "from" : open.includes(to.passage) ? "to" : null,
      });
    }
  }
  return [...found.values()];
}

interface MoveEnd {
  readonly passage: Passage;
  readonly edit: Edit;
}

interface Move {
  readonly delegation: DelegationCode;
  readonly from: MoveEnd;
  readonly to: MoveEnd;
}

/** The moves of all delegations, by where they begin. */
function movesIn(compiled: CompiledStory): Move[] {
  const ends = new Map<string, { readonly delegation: DelegationCode; from?: MoveEnd; to?: MoveEnd }>();
  for (const { delegation, passage, edit } of ownEdits(compiled)) {
    if (edit.move === null) continue;
    const key = JSON.stringify([delegation, edit.move]);
    const move = ends.get(key) ?? { delegation };
    move[edit.inserted.length === 0 ? "from" : "to"] = { passage, edit };
    ends.set(key, move);
  }
  return [...ends.values()]
    .flatMap(({ delegation, from, to }) => (from === undefined || to === undefined ? [] : [{ delegation, from, to }]))
    .sort((x, y) => x.from.edit.fromA - y.from.edit.fromA);
}

/** Whether a wording has at least half of these words, in their order. */
function holds(wording: readonly Token[], words: readonly Token[]): boolean {
  const gone = compareTokens(words, wording).reduce((sum, { fromA, toA }) => sum + toA - fromA, 0);
  return gone * 2 <= words.length;
}
