import type { ReactNode } from "react";
import { type Piece, piecesOf, piecesRead } from "./pieces.ts";
import type { ParagraphRow } from "./rows.ts";
import { StopView } from "./stop-view.tsx";
import { readerCode, useTextWays } from "./text-ways.ts";

type ParagraphProps = Pick<ParagraphRow, "paragraph" | "placing"> & {
  /** As in `ParagraphRow`; in a cell nothing is a heading. */
  readonly depth?: number | null;
  /** In a cell, a struck row says so for all its paragraphs. */
  readonly isStruck?: boolean;
};

/** One paragraph of the base text, as heading or text, with everything proposed for it in place. */
export function ParagraphView({ paragraph, placing, depth = null, isStruck = false }: ParagraphProps) {
  const { readAs } = useTextWays();
  const row = { paragraph, placing };
  const pieces = readAs === null ? piecesOf(row) : piecesRead(row, readerCode(readAs));
  // What a reading leaves out takes no room; a paragraph that was empty in the base text is one empty line.
  if (pieces.every((piece) => piece.kind === "text" && piece.text === "") && paragraph.words.length > 1) return null;
  const line = pieces.map((piece, i) => <PieceView key={keyOf(piece, i)} piece={piece} isReading={readAs !== null} />);
  return (
    <Block depth={depth} isTitle={paragraph.isTitle ?? false}>
      {paragraph.label === "" ? null : <span className="label">{paragraph.label} </span>}
      {isStruck ? <del>{line}</del> : line}
    </Block>
  );
}

interface BlockProps {
  readonly depth: number | null;
  readonly isTitle: boolean;
  readonly children: ReactNode;
}

function Block({ depth, isTitle, children }: BlockProps) {
  if (depth === null) {
    return (
      <p className={isTitle ? "text-paragraph text-title" : "text-paragraph"} dir="auto">
        {children}
      </p>
    );
  }
  // The page has its title and the name of the text above: the headings of the text begin at the third level.
  const Heading = (["h3", "h4", "h5", "h6"] as const)[Math.min(depth, 3)] ?? "h6";
  return (
    <Heading className={`text-heading text-heading-${Math.min(depth, 3)}`} dir="auto">
      {children}
    </Heading>
  );
}

function PieceView({ piece, isReading }: { readonly piece: Piece; readonly isReading: boolean }) {
  if (piece.kind === "stop") return <StopView stop={piece.stop} />;
  if (piece.kind === "note") return <sup className="note-number">{piece.number}</sup>;
  const { text, emphasis, marked } = piece;
  if (emphasis === "" && !marked) return text;
  const look = [...emphasis].map((sign) => EMPHASIS[sign] ?? "").join(" ");
  const change = marked ? (isReading ? " read-change" : " new-look") : "";
  return <span className={`${look}${change}`}>{text}</span>;
}

const EMPHASIS: Readonly<Record<string, string>> = { b: "bold", i: "italic", u: "underlined", s: "struck" };

function keyOf(piece: Piece, at: number): string {
  return piece.kind === "stop" ? piece.stop.id : String(at);
}
