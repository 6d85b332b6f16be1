import type { PassageEntry, ProposalEntry } from "@compendium/engine";
import type { ParagraphRow } from "./rows.ts";
import type { Stop } from "./stops.ts";

/** A paragraph from left to right. */
export type Piece = TextPiece | { readonly kind: "stop"; readonly stop: Stop } | NotePiece;

export interface TextPiece {
  readonly kind: "text";
  readonly text: string;
  /** Any of `b`, `i`, `u`, `s`, in this order. */
  readonly emphasis: string;
  /** Somebody proposes another look for it; or, in a reading, it differs from the base text. */
  readonly marked: boolean;
}

/** A reference to a note. */
export interface NotePiece {
  readonly kind: "note";
  readonly number: string;
}

type Paragraph = Pick<ParagraphRow, "paragraph" | "placing">;

/** The paragraph with everything that is proposed for it in place. */
export function piecesOf(row: Paragraph): readonly Piece[] {
  return walk(row, (stop) => [{ kind: "stop", stop }]);
}

/** The paragraph as one delegation would have it, or, for `null`, as the base text has it. Without stops. */
export function piecesRead(row: Paragraph, code: string | null): readonly Piece[] {
  return walk(row, (stop) => (stop.kind === "passage" ? wordingRead(stop.passage, code) : []));
}

/** What a delegation has in place of a passage; the base wording where it proposes nothing. */
export function wordingRead(passage: PassageEntry, code: string | null): readonly TextPiece[] {
  const proposal = passage.proposals.find((each) => isSponsoredBy(each, code));
  if (proposal === undefined) return [{ kind: "text", text: passage.base, emphasis: "", marked: false }];
  return proposal.redline
    .filter(({ kind }) => kind !== "deleted")
    .map(({ kind, text }) => ({ kind: "text", text, emphasis: "", marked: kind === "inserted" }));
}

export function isSponsoredBy({ sponsors }: ProposalEntry, code: string | null): boolean {
  return sponsors.some(({ delegation }) => delegation === code);
}

/** True if a stop that stands by itself is in the reading: the delegation proposes it. */
export function isInReading(stop: Stop, code: string | null): boolean {
  return stop.kind === "passage" && stop.passage.proposals.some((proposal) => isSponsoredBy(proposal, code));
}

function walk({ paragraph, placing }: Paragraph, show: (stop: Stop) => readonly Piece[]): readonly Piece[] {
  const { from, words, emphasis, inner } = paragraph;
  const stops = placing.inside.get(from) ?? [];
  const passages = stops.filter(({ kind }) => kind === "passage");
  const others = stops.filter(({ kind }) => kind !== "passage").sort((a, b) => a.to - b.to);
  const end = from + words.length - 1; // The mark is not shown.
  const pieces: Piece[] = [];
  let passage = 0;
  let other = 0;
  let at = from;
  for (;;) {
    while (other < others.length && ((others[other] as Stop).to <= at || at >= end)) {
      pieces.push(...show(others[other] as Stop));
      other += 1;
    }
    const next = passages[passage];
    if (next !== undefined && next.from <= at) {
      pieces.push(...show(next));
      passage += 1;
      at = Math.max(at, next.to);
    } else if (at >= end) break;
    else {
      const isHidden = placing.shownElsewhere.some((range) => range.from <= at && at < range.to);
      if (!isHidden) pieces.push(pieceAt(at));
      at += 1;
    }
  }
  return joined(pieces);

  function pieceAt(position: number): Piece {
    const note = inner?.[position]?.find((id) => id.startsWith("footnote:") || id.startsWith("endnote:"));
    if (note !== undefined) return { kind: "note", number: note.slice(note.indexOf(":") + 1) };
    const marked = others.some((stop) => stop.kind === "formatting" && stop.from <= position && position < stop.to);
    return { kind: "text", text: words[position - from] ?? "", emphasis: emphasis?.[position - from] ?? "", marked };
  }
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (
      piece.kind === "text"
      && last?.kind === "text"
      && last.emphasis === piece.emphasis
      && last.marked === piece.marked
    ) {
      result[result.length - 1] = { ...last, text: last.text + piece.text };
    } else result.push(piece);
  }
  return result;
}
