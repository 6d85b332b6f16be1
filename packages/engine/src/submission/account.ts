import type { NotCarriedReason, UncarriedChange } from "../model/submission.ts";
import type { StoryId } from "../model/text.ts";
import type { Change, FormerLook, Piece } from "../ooxml/pieces.ts";
import { looksOf, piecesOf, type TokenSource } from "../ooxml/token-source.ts";
import { anchorAt } from "./anchors.ts";
import { sourceOf } from "./base-text.ts";
import type { InterpretedStory, ViewedStory } from "./interpret-story.ts";
import { rankTokens } from "./tracked-changes.ts";
import type { Decided } from "./view.ts";

/** What became of the changes that a file records in one story. */
export interface Account {
  /** Changes that the delegation's file records, each element once. */
  readonly recorded: number;
  /** How many of them carry no name. */
  readonly nameless: number;
  /** Those that are in no edit, with place and reason. */
  readonly notCarried: readonly UncarriedChange[];
}

/** One recorded change: an insertion, a deletion, one end of a move, or a change of formatting. */
type Entry = Change | FormerLook;

/**
 * Balances what a story of the file records against what was understood of it: each recorded change is part of an edit,
 * or it is listed with the reason why there was nothing to carry.
 */
export function account(
  story: StoryId,
  { viewed, interpreted }: { readonly viewed: ViewedStory; readonly interpreted: InterpretedStory },
  isCarried: (change: Decided) => boolean,
  position: (at: number) => number,
): Account {
  const found = new Map<Entry, Finding>();
  for (const segment of viewed.segments) if (segment.kind === "pieces") collect(segment.pieces, found);
  const own = [...found].filter(([entry]) => !isCarried("kind" in entry ? entry : { ...entry, kind: "formatting" }));
  const carried = carriedEntries(viewed, interpreted);
  const rankOf = rankTokens(viewed.segments);
  const notCarried = own
    .filter(([entry]) => !carried.has(entry))
    .map(([entry, finding]): UncarriedChange => {
      const begin = rankOf.piece(finding.piece);
      const next = viewed.accepted.tokens.findIndex((token) => isAtOrAfter(rankOf(token), begin));
      const gap = anchorAt(next < 0 ? viewed.accepted.tokens.length - 1 : next, interpreted.edges).gap;
      return { story, at: position(Math.max(0, gap)), reason: reasonFor(entry, finding), text: finding.text };
    });
  return {
    recorded: own.length,
    nameless: own.filter(([entry]) => entry.author === "").length,
    notCarried,
  };
}

/** The token that stands for an omission has no place among the pieces. */
function isAtOrAfter(rank: number, begin: number): boolean {
  return rank >= begin && rank !== Infinity;
}

interface Finding {
  /** The first piece that it is around. */
  readonly piece: Piece;
  /** What it is around. */
  text: string;
  /** True if every piece of it is also around another change that undoes it. */
  isWithdrawn: boolean;
  isInField: boolean;
}

function collect(pieces: readonly Piece[], found: Map<Entry, Finding>): void {
  for (const piece of pieces) {
    if (piece.kind === "marker") continue;
    const text = "text" in piece ? piece.text : piece.kind === "mark" ? "¶" : "";
    const withdrawn = isInsertedAndDeleted(piece.changes);
    for (const change of piece.changes) note(found, change, piece, text, withdrawn, false);
    if ("wrappers" in piece) {
      for (const { changes } of piece.wrappers)
        for (const change of changes) note(found, change, piece, text, false, false);
    }
    if ("look" in piece && piece.look.former !== null) note(found, piece.look.former, piece, text, withdrawn, false);
    if (piece.kind === "atom")
      for (const change of piece.swallowed) note(found, change, piece, piece.text, false, true);
  }
}

function note(
  found: Map<Entry, Finding>,
  entry: Entry,
  piece: Piece,
  text: string,
  isWithdrawn: boolean,
  isInField: boolean,
): void {
  const known = found.get(entry);
  if (known === undefined) found.set(entry, { piece, text, isWithdrawn, isInField });
  else {
    known.text += text;
    known.isWithdrawn &&= isWithdrawn;
    known.isInField &&= isInField;
  }
}

function isInsertedAndDeleted(changes: readonly Change[]): boolean {
  const adds = changes.some(({ kind }) => kind === "inserted" || kind === "moved-to");
  return adds && changes.some(({ kind }) => kind === "deleted" || kind === "moved-from");
}

/** Everything recorded round tokens that an edit deletes or inserts, and every look that a reformat carries. */
function carriedEntries(
  { rejected, accepted }: ViewedStory,
  { edges, reformats, touched }: InterpretedStory,
): Set<Entry> {
  const carried = new Set<Entry>();
  for (const { fromA, toA, fromB, toB } of touched) {
    for (const token of rejected.tokens.slice(fromA, toA)) addChanges(sourceOf(token), carried);
    for (const token of accepted.tokens.slice(fromB, toB)) addChanges(sourceOf(token), carried);
  }
  for (const { edit } of edges) {
    for (const token of edit.inserted) {
      addChanges(sourceOf(token), carried);
      addLooks(sourceOf(token), carried);
    }
  }
  for (const { tokens } of reformats) {
    for (const token of tokens) {
      addChanges(sourceOf(token), carried);
      addLooks(sourceOf(token), carried);
    }
  }
  return carried;
}

function addChanges(source: TokenSource | null, to: Set<Entry>): void {
  if (source === null) return;
  for (const piece of piecesOf(source)) {
    for (const change of piece.changes) to.add(change);
    if ("wrappers" in piece) for (const { changes } of piece.wrappers) for (const change of changes) to.add(change);
  }
}

function addLooks(source: TokenSource | null, to: Set<Entry>): void {
  if (source === null) return;
  for (const { former } of looksOf(source)) if (former !== null) to.add(former);
}

function reasonFor(entry: Entry, { isWithdrawn, isInField }: Finding): NotCarriedReason {
  if (isInField) return "in-field-result";
  if (isWithdrawn) return "withdrawn";
  return "kind" in entry ? "no-difference" : "formatting-not-seen";
}
