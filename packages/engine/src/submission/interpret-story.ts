import { alignStories } from "../align/align-stories.ts";
import type { Alignment, Move } from "../align/alignment.ts";
import type { Resemblance } from "../align/resemblance.ts";
import type { TokenChange } from "../compare/token-change.ts";
import type { Attribution, Edit, Reformat } from "../model/submission.ts";
import type { Story, Token } from "../model/text.ts";
import type { Change } from "../ooxml/pieces.ts";
import { looksOf, piecesOf, type TokenSource } from "../ooxml/token-source.ts";
import { sourceOf } from "./base-text.ts";
import { atBlockBorders } from "./block-borders.ts";
import { type ComposedChange, compose } from "./compose.ts";
import { changesOf, type TrackedChange, trackedChanges, trim } from "./tracked-changes.ts";
import type { Decided, Segment } from "./view.ts";

/** A story of a submission in the two views that count: the delegation's own changes rejected, and accepted. */
export interface ViewedStory {
  readonly rejected: Story;
  /** The same object as `rejected` where the delegation tracks nothing. */
  readonly accepted: Story;
  readonly segments: readonly Segment[];
}

/** What a submission changes in one story of the base text, in positions of the story as it was given. */
export interface InterpretedStory {
  readonly edits: readonly Edit[];
  readonly reformats: readonly Reformat[];
  /** Tokens of base and accepted view that are the same one, for the stories that hang on them. */
  readonly kept: readonly KeptStretch[];
  /** The edits with their places in the accepted view. */
  readonly edges: readonly EditedStretch[];
  /** The changes that the file tracks and that make a difference, in positions of its rejected (A) and accepted (B) view. */
  readonly touched: readonly TokenChange[];
  /** Paragraphs of the rejected view that have a partner in the base. */
  readonly matchedParagraphs: number;
}

/** Base tokens from `fromA` on stand at `fromB` on in the accepted view, `length` of them. */
export interface KeptStretch {
  readonly fromA: number;
  readonly fromB: number;
  readonly length: number;
}

export interface EditedStretch extends TokenChange {
  readonly edit: Edit;
}

/** Understands one story of a submission against the same story of the base text. */
export function interpretStory(
  base: Story,
  viewed: ViewedStory,
  isCarried: (change: Decided) => boolean,
  resemblance: Resemblance,
): InterpretedStory {
  const { rejected, accepted, segments } = viewed;
  const alignment = alignStories(base, rejected, resemblance);
  const tracked = rejected === accepted ? [] : trackedChanges(rejected.tokens, accepted.tokens, segments);
  const silent = nameMoves(alignment);
  const composed = compose(silent, tracked);
  const bordered = atBlockBorders(base.tokens, accepted.tokens, composed, joinComposed);
  const edges: EditedStretch[] = [];
  for (const change of bordered) {
    const settled: typeof change =
      change.silent.length > 0 && change.tracked.length > 0
        ? { ...change, ...trim(base.tokens, accepted.tokens, change) }
        : change;
    if (settled.fromA === settled.toA && settled.fromB === settled.toB) continue;
    edges.push({ ...positionsOf(settled), edit: editOf(settled, rejected, accepted, isCarried) });
  }
  const kept = keptBetween(edges, base.tokens.length);
  const paired = pairMoves(edges);
  return {
    edits: paired.map(({ edit }) => edit),
    reformats: reformatsOf(base, accepted, kept, isCarried, slidStretches(tracked, rejected, accepted, isCarried)),
    kept,
    edges: paired,
    touched: tracked.map(({ recorded }) => recorded),
    matchedParagraphs: alignment.matchedParagraphs,
  };
}

function joinComposed(
  changes: readonly ComposedChange<SilentChange, TrackedChange>[],
  range: TokenChange,
): ComposedChange<SilentChange, TrackedChange> {
  return {
    ...range,
    silent: changes.flatMap((change) => change.silent),
    tracked: changes.flatMap((change) => change.tracked),
  };
}

interface SilentChange extends TokenChange {
  readonly move: string | null;
}

function nameMoves({ changes, moves }: Alignment): SilentChange[] {
  const nameOf = (change: TokenChange): string | null => {
    const i = moves.findIndex((move) => isEnd(change, move));
    return i < 0 ? null : `silent ${i}`;
  };
  return changes.map((change) => ({ ...change, move: nameOf(change) }));
}

function isEnd(change: TokenChange, move: Move): boolean {
  const isDeletion = change.fromB === change.toB && change.fromA === move.fromA && change.toA === move.toA;
  const isInsertion = change.fromA === change.toA && change.fromB === move.fromB && change.toB === move.toB;
  return isDeletion || isInsertion;
}

function positionsOf({ fromA, toA, fromB, toB }: TokenChange): TokenChange {
  return { fromA, toA, fromB, toB };
}

function editOf(
  change: ComposedChange<SilentChange, TrackedChange>,
  rejected: Story,
  accepted: Story,
  isCarried: (change: Decided) => boolean,
): Edit {
  const inserted = accepted.tokens.slice(change.fromB, change.toB);
  const parts = [...change.silent, ...change.tracked];
  const only = parts.length === 1 ? parts[0] : undefined;
  const deleted = change.tracked.flatMap(({ fromA, toA }) => rejected.tokens.slice(fromA, toA));
  const by = attributionsOf([...deleted, ...inserted], isCarried);
  return {
    fromA: change.fromA,
    toA: change.toA,
    inserted,
    tracked: change.silent.length === 0,
    // What was slid can come to lie on tokens that nobody touched; its persons are those of the place in the file.
    by: by.length > 0 ? by : change.tracked.flatMap((each) => recordedBy(each, rejected, accepted, isCarried)),
    move: only?.move ?? null,
  };
}

/** The persons behind a tracked change, as the file records it. */
function recordedBy(
  { recorded: { fromA, toA, fromB, toB } }: TrackedChange,
  rejected: Story,
  accepted: Story,
  isCarried: (change: Decided) => boolean,
): Attribution[] {
  return attributionsOf([...rejected.tokens.slice(fromA, toA), ...accepted.tokens.slice(fromB, toB)], isCarried);
}

/** Tokens of the accepted view over which a tracked change was slid, with the persons behind it. */
interface SlidStretch {
  readonly fromB: number;
  readonly toB: number;
  readonly by: readonly Attribution[];
}

function slidStretches(
  tracked: readonly TrackedChange[],
  rejected: Story,
  accepted: Story,
  isCarried: (change: Decided) => boolean,
): SlidStretch[] {
  return tracked.flatMap((change) => {
    const { fromB, toB, recorded } = change;
    if (fromB === recorded.fromB && toB === recorded.toB) return [];
    const by = recordedBy(change, rejected, accepted, isCarried);
    return [{ fromB: Math.min(fromB, recorded.fromB), toB: Math.max(toB, recorded.toB), by }];
  });
}

/** The persons behind the changes around tokens, without repetition. */
function attributionsOf(tokens: readonly Token[], isCarried: (change: Decided) => boolean): Attribution[] {
  const by = new Map<string, Attribution>();
  for (const token of tokens) {
    const source = sourceOf(token);
    if (source === null) continue;
    for (const change of changesOf(source).flat()) {
      if (isCarried(change)) continue;
      const { author, date } = change;
      by.set(JSON.stringify([author, date]), { author, date });
    }
  }
  return [...by.values()];
}

function keptBetween(edges: readonly TokenChange[], length: number): KeptStretch[] {
  const kept: KeptStretch[] = [];
  let a = 0;
  let b = 0;
  for (const { fromA, toA, toB } of edges) {
    if (fromA > a) kept.push({ fromA: a, fromB: b, length: fromA - a });
    a = toA;
    b = toB;
  }
  if (length > a) kept.push({ fromA: a, fromB: b, length: length - a });
  return kept;
}

/** A move has two ends; what lost the other one, to an edit of the same words, is a plain deletion or insertion. */
function pairMoves(edges: readonly EditedStretch[]): EditedStretch[] {
  const ends = new Map<string, { from: number; to: number }>();
  for (const { edit } of edges) {
    if (edit.move === null) continue;
    const end = ends.get(edit.move) ?? { from: 0, to: 0 };
    if (edit.inserted.length === 0) end.from++;
    if (edit.fromA === edit.toA) end.to++;
    ends.set(edit.move, end);
  }
  return edges.map((edge) => {
    if (edge.edit.move === null) return edge;
    const end = ends.get(edge.edit.move);
    return end?.from === 1 && end.to === 1 ? edge : { ...edge, edit: { ...edge.edit, move: null } };
  });
}

function reformatsOf(
  base: Story,
  accepted: Story,
  kept: readonly KeptStretch[],
  isCarried: (change: Decided) => boolean,
  slid: readonly SlidStretch[],
): Reformat[] {
  const reformats: Reformat[] = [];
  for (const { fromA, fromB, length } of kept) {
    for (let i = 0; i < length; i++) {
      const before = base.tokens[fromA + i] as Token;
      const after = accepted.tokens[fromB + i] as Token;
      if (before === after || before.format === after.format) continue;
      const own = formattingOf(after, isCarried);
      // A change that was slid over equal words in another look leaves their looks exchanged: it was tracked all the same.
      const over = own.tracked ? undefined : slid.find((each) => each.fromB <= fromB + i && fromB + i < each.toB);
      const { tracked, by } = over === undefined ? own : { tracked: true, by: over.by };
      const last = reformats.at(-1);
      if (last !== undefined && last.toA === fromA + i && joins(last, before, after, base, tracked, by)) {
        reformats[reformats.length - 1] = { ...last, toA: last.toA + 1, tokens: [...last.tokens, after] };
      } else reformats.push({ fromA: fromA + i, toA: fromA + i + 1, tokens: [after], tracked, by });
    }
  }
  return reformats;
}

/** Neighbouring tokens that change from one look to one other are one change of formatting. */
function joins(
  last: Reformat,
  before: Token,
  after: Token,
  base: Story,
  tracked: boolean,
  by: readonly Attribution[],
): boolean {
  const lastBefore = base.tokens[last.toA - 1] as Token;
  const lastAfter = last.tokens.at(-1) as Token;
  return (
    lastBefore.format === before.format
    && lastAfter.format === after.format
    && lastAfter.kind === after.kind
    && after.kind !== "open"
    && last.tracked === tracked
    && JSON.stringify(last.by) === JSON.stringify(by)
  );
}

/** The changes of the tags of content controls around a token. */
function wrapperChanges(source: TokenSource): readonly Change[] {
  return piecesOf(source).flatMap((piece) =>
    "wrappers" in piece ? piece.wrappers.flatMap(({ changes }) => changes) : [],
  );
}

function formattingOf(token: Token, isCarried: (change: Decided) => boolean): { tracked: boolean; by: Attribution[] } {
  const source = sourceOf(token);
  if (source === null) return { tracked: false, by: [] };
  const by = new Map<string, Attribution>();
  for (const { former } of looksOf(source)) {
    if (former === null || isCarried({ kind: "formatting", author: former.author, date: former.date })) continue;
    by.set(JSON.stringify([former.author, former.date]), { author: former.author, date: former.date });
  }
  // A mark that was inserted can stand for the one of the base that it equals: its look was tracked with it.
  for (const { author, date } of [...attributionsOf([token], isCarried), ...wrapperChanges(source)])
    by.set(JSON.stringify([author, date]), { author, date });
  return { tracked: by.size > 0, by: [...by.values()] };
}
