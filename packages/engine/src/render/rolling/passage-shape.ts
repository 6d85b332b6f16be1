import type { Passage } from "../../model/compilation.ts";
import type { Token } from "../../model/text.ts";
import type { TokenSource } from "../../ooxml/token-source.ts";

/**
 * - `inline`: words within paragraphs; paragraphs may be split and joined.
 * - `whole`: whole paragraphs, rows, cells or tables, each with everything that belongs to it.
 * - `structure`: one end of a table, row, cell or content control without the other; no bracket can show that.
 */
export type Shape = "inline" | "whole" | "structure";

/** The shape of what stands in one place, be it the base text of a passage or what is proposed for it. */
export function shapeOf(tokens: readonly Token[]): Shape {
  let depth = 0;
  let isStructured = false;
  for (const token of tokens) {
    const { kind } = token;
    if (kind === "section" || isBlockAtom(token)) return "structure";
    if (kind !== "open" && kind !== "close") continue;
    isStructured = true;
    depth += kind === "open" ? 1 : -1;
    if (depth < 0) return "structure";
  }
  const last = tokens.at(-1)?.kind;
  if (depth === 0 && (last === "mark" || last === "close")) return "whole";
  return isStructured ? "structure" : "inline";
}

/** The shape of a passage, whose readings must all be of it; `tokens` are those of the base story. */
export function passageShape(tokens: readonly Token[], { fromA, toA, proposals }: Passage): Shape {
  const base = tokens.slice(fromA, toA);
  const shapes = [base, ...proposals.map(({ wording }) => wording)].filter(({ length }) => length > 0).map(shapeOf);
  if (shapes.includes("structure")) return "structure";
  if (shapes.every((shape) => shape === "whole") && beginsBlock(tokens, fromA)) return "whole";
  return [base, ...proposals.map(({ wording }) => wording)].some(hasStructure) ? "structure" : "inline";
}

/** True where a paragraph, table, row or cell can begin. */
export function beginsBlock(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.kind;
  return before === undefined || before === "mark" || before === "open" || before === "close";
}

/** A field over several paragraphs, such as a table of contents, is written as it is, and takes nothing in. */
export function isBlockAtom({ source }: Token): boolean {
  const kept = source as TokenSource | null;
  return kept?.kind === "atom" && kept.piece.level === "block";
}

/** True where a table, row, cell or content control opens or closes. */
export function hasStructure(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind }) => kind === "open" || kind === "close");
}
