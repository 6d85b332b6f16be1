import { slide } from "../compare/slide.ts";
import type { TokenChange } from "../compare/token-change.ts";
import type { Token } from "../model/text.ts";
import type { Change, Piece } from "../ooxml/pieces.ts";
import { piecesOf, sameSource, type TokenSource } from "../ooxml/token-source.ts";
import { sourceOf } from "./base-text.ts";
import type { Segment } from "./view.ts";

/** A change that a file tracks, between its rejected view (A here) and its accepted view (B). */
export interface TrackedChange extends TokenChange {
  /** The name of the move that the change is one end of, or `null`. */
  readonly move: string | null;
  /** The change as the file records it, before equal words were taken off its ends and it was slid. */
  readonly recorded: TokenChange;
}

/**
 * What a file tracks, as differences between its two views. The boundaries are those of the file, out to whole words;
 * nothing is compared, so a sentence that was deleted and typed again stays one replacement.
 */
export function trackedChanges(
  rejected: readonly Token[],
  accepted: readonly Token[],
  segments: readonly Segment[],
): TrackedChange[] {
  const rankOf = rankTokens(segments);
  const changes: TrackedChange[] = [];
  let a = 0;
  let b = 0;
  while (a < rejected.length || b < accepted.length) {
    const fromA = a;
    const fromB = b;
    let move: string | null | undefined;
    for (;;) {
      const tokenA = rejected[a];
      const tokenB = accepted[b];
      if (tokenA !== undefined && tokenB !== undefined && isSame(tokenA, tokenB)) break;
      const rankA = tokenA === undefined ? Infinity : rankOf(tokenA);
      const rankB = tokenB === undefined ? Infinity : rankOf(tokenB);
      if (rankA === Infinity && rankB === Infinity) break;
      // A word that begins alike in both views but goes on differently is deleted and inserted.
      const takesA = rankA <= rankB;
      const takesB = rankB <= rankA;
      const next = takesA && takesB ? null : moveOf((takesA ? tokenA : tokenB) as Token);
      if (move !== undefined && move !== next) break;
      move = next;
      if (takesA) a++;
      if (takesB) b++;
    }
    if (a > fromA || b > fromB) {
      const recorded = { fromA, toA: a, fromB, toB: b };
      changes.push({ ...recorded, move: move ?? null, recorded });
    } else {
      a++;
      b++;
    }
  }
  return settle(rejected, accepted, changes);
}

function isSame(a: Token, b: Token): boolean {
  return a === b || sameSource(a.source, b.source);
}

/** Where a token begins, in characters over all pieces of the story. */
export function rankTokens(segments: readonly Segment[]): TokenRank {
  const begins = new Map<Piece, number>();
  let at = 0;
  for (const { pieces } of segments) {
    for (const piece of pieces) {
      begins.set(piece, at);
      at += piece.kind === "text" ? piece.text.length : 1;
    }
  }
  const piece = (which: Piece): number => begins.get(which) ?? Infinity;
  const rank = (token: Token): number => {
    const source = sourceOf(token);
    if (source === null) return Infinity;
    if (source.kind !== "word") return piece(source.piece);
    return piece(source.piece) + source.from;
  };
  return Object.assign(rank, { piece });
}

/** Where a token, or a piece, begins; infinite for what is not of these pieces. */
export interface TokenRank {
  (token: Token): number;
  piece(piece: Piece): number;
}

/** The move that a token as a whole belongs to, or `null`. */
function moveOf(token: Token): string | null {
  const source = sourceOf(token);
  if (source === null) return null;
  const names = changesOf(source).map((changes) => changes.find(({ move }) => move !== null)?.move ?? null);
  return names.every((name) => name === names[0]) ? (names[0] ?? null) : null;
}

/** The changes around a token, one list for each stretch of it. */
export function changesOf(source: TokenSource): (readonly Change[])[] {
  return piecesOf(source).map(({ changes }) => changes);
}

/**
 * Takes equal words off the ends of a change, and slides what can slide to where a comparison would put it, so that two
 * delegations who ask for the same are seen to ask for the same, however they typed it.
 */
function settle(a: readonly Token[], b: readonly Token[], changes: readonly TrackedChange[]): TrackedChange[] {
  const trimmed = joinUnbalanced(a, b, changes)
    .map((change) => (change.move === null ? { ...change, ...trim(a, b, change) } : change))
    .filter(({ fromA, toA, fromB, toB }) => fromA < toA || fromB < toB);
  return slide(a, b, trimmed, ({ move }) => move !== null);
}

/** Joins changes that only together hold whole rows and tables: words in a deleted table can be tracked as moved. */
function joinUnbalanced(a: readonly Token[], b: readonly Token[], changes: readonly TrackedChange[]): TrackedChange[] {
  const joined: TrackedChange[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    const touches = last !== undefined && last.toA === change.fromA && last.toB === change.fromB;
    if (!touches || (isBalanced(a, last.fromA, last.toA) && isBalanced(b, last.fromB, last.toB))) {
      joined.push(change);
      continue;
    }
    const recorded = { fromA: last.fromA, toA: change.toA, fromB: last.fromB, toB: change.toB };
    joined[joined.length - 1] = { ...recorded, move: null, recorded };
  }
  return joined;
}

function isBalanced(tokens: readonly Token[], from: number, to: number): boolean {
  let depth = 0;
  for (let i = from; i < to; i++) {
    const { kind } = tokens[i] as Token;
    if (kind === "open") depth++;
    if (kind === "close" && --depth < 0) return false;
  }
  return depth === 0;
}

/** Takes equal tokens off both ends; a change that holds structure stays whole, so that it stays balanced. */
export function trim(a: readonly Token[], b: readonly Token[], change: TokenChange): TokenChange {
  let { fromA, toA, fromB, toB } = change;
  if (holdsStructure(a, fromA, toA) || holdsStructure(b, fromB, toB)) return { fromA, toA, fromB, toB };
  while (fromA < toA && fromB < toB && (a[fromA] as Token).wording === (b[fromB] as Token).wording) {
    fromA++;
    fromB++;
  }
  while (fromA < toA && fromB < toB && (a[toA - 1] as Token).wording === (b[toB - 1] as Token).wording) {
    toA--;
    toB--;
  }
  return { fromA, toA, fromB, toB };
}

function holdsStructure(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { kind } = tokens[i] as Token;
    if (kind === "open" || kind === "close") return true;
  }
  return false;
}
