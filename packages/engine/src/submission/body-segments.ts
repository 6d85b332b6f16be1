import type { Piece } from "../ooxml/pieces.ts";
import type { WordFile } from "../ooxml/word-file.ts";
import type { XmlNode } from "../ooxml/xml.ts";
import type { BodyUnit } from "./base-text.ts";
import type { Segment } from "./view.ts";

/** A stretch of a body that stands on its own: one block, or several that a field or a move ties together. */
export interface ReadSegment {
  readonly segment: Segment;
  /** The stretch as it is written in the file, from the end of the one before. */
  readonly raw: string;
  /** The unit of the base text that it repeats, or `null` for one that was read. */
  readonly unit: BodyUnit | null;
}

/** A body in stretches, with what is written before the first and after the last. */
export interface ReadBody {
  readonly head: string;
  readonly segments: readonly ReadSegment[];
  readonly tail: string;
}

/** Finds units of the base text where a submission repeats them to the letter. */
export interface Recogniser {
  /** The unit that stands in `source` at `at`, or `null`. */
  recognise(source: string, at: number): BodyUnit | null;
  /** The unit that a stretch repeats but for what no reader sees, or `null`. */
  recogniseWhole(raw: string): BodyUnit | null;
}

/**
 * Reads the body of a file. Whatever the recogniser knows is stepped over unread: of a hundred pages that a delegation
 * marked up in ten places, ten paragraphs are parsed.
 */
export function readBody(file: WordFile, recogniser: Recogniser | null): ReadBody {
  const reader = file.openBody();
  const stories = file.storyReader(file.package.mainPart);
  const segments: ReadSegment[] = [];
  let from = reader.at;
  const head = reader.source.slice(0, from);
  let end = from;
  for (;;) {
    const isClean = stories.isBetweenBlocks && reader.at === from;
    const known = isClean && recogniser !== null ? recogniseAt(reader.source, from, recogniser) : null;
    end = reader.at;
    let unit = known?.unit ?? null;
    let node: XmlNode | null = null;
    if (known !== null) reader.at = known.to;
    else {
      node = reader.next();
      if (node === null) break;
      // What begins with a paragraph was looked at already, unless that one holds others.
      if (recogniser !== null && isClean && reader.at !== paragraphEnd(reader.source, from))
        unit = recogniser.recogniseWhole(reader.source.slice(from, reader.at));
    }
    if (unit !== null) {
      segments.push({ segment: unit, raw: unit.raw, unit });
      from = reader.at;
      continue;
    }
    if (node?.kind !== "element") continue;
    stories.readBlock(recogniser === null ? node : reader.copied(end));
    if (!stories.isBetweenBlocks) continue;
    const pieces = stories.take();
    // What has no width, the end of a bookmark, belongs to the block that follows.
    if (isWidthless(pieces)) stories.putBack(pieces);
    else {
      segments.push({ segment: { kind: "pieces", pieces }, raw: reader.source.slice(from, reader.at), unit: null });
      from = reader.at;
    }
  }
  const rest = stories.take();
  if (rest.length > 0) {
    segments.push({ segment: { kind: "pieces", pieces: rest }, raw: reader.source.slice(from, end), unit: null });
    from = end;
  }
  return { head, segments, tail: reader.source.slice(from) };
}

/**
 * The unit of the base text that begins at `from`, with where it ends in this file; `null` if none is known there. A
 * paragraph is cut out without being parsed: what equals a unit of the base but for traces is as well-formed as that.
 */
function recogniseAt(source: string, from: number, recogniser: Recogniser): { unit: BodyUnit; to: number } | null {
  const repeated = recogniser.recognise(source, from);
  if (repeated !== null) return { unit: repeated, to: from + repeated.raw.length };
  const to = paragraphEnd(source, from);
  const unit = to === null ? null : recogniser.recogniseWhole(source.slice(from, to));
  return unit === null || to === null ? null : { unit, to };
}

/**
 * Where a w:p that begins at `from` seems to end: with its own tag if that closes it, else at the first end tag of any
 * w:p. `null` where something else begins, or the end is written as Word never writes it. Never looks beyond the
 * paragraph, or a text of empty ones would cost the square of its length.
 */
function paragraphEnd(source: string, from: number): number | null {
  if (!source.startsWith("<w:p>", from) && !source.startsWith("<w:p ", from)) return null;
  const tag = source.indexOf(">", from);
  if (source.charAt(tag - 1) === "/") return tag + 1;
  let at = source.indexOf(END_BEGINS, tag);
  // "</w:pPr>" begins alike.
  while (at >= 0 && /[a-zA-Z]/.test(source.charAt(at + END_BEGINS.length))) at = source.indexOf(END_BEGINS, at + 1);
  return at >= 0 && source.charAt(at + END_BEGINS.length) === ">" ? at + END_BEGINS.length + 1 : null;
}

const END_BEGINS = "</w:p";

function isWidthless(pieces: readonly Piece[]): boolean {
  return pieces.every((piece) => piece.kind === "marker");
}
