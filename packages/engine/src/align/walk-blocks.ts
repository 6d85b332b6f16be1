import { compareTokens } from "../compare/compare-tokens.ts";
import type { Block, Container, Story, Token } from "../model/text.ts";
import { type ColumnMap, cellsOf, pairColumns } from "./columns.ts";
import { countParagraphs, type Item, isGroup, itemsOf, lengthOf, lookThroughGroups, type Match } from "./item.ts";
import { matchItems } from "./match-items.ts";
import type { Piece } from "./piece.ts";
import type { Resemblance } from "./resemblance.ts";

/** Everything in which two stories differ, in order, and how many paragraphs of B have a partner. */
export interface Differences {
  readonly pieces: readonly Piece[];
  readonly matchedParagraphs: number;
}

/** Goes down both stories level by level and writes down what has no partner and where partners differ. */
export function walkBlocks(a: Story, b: Story, resemblance: Resemblance): Differences {
  const walk = new Walk(a.tokens, b.tokens, resemblance);
  walk.level(itemsOf(a.blocks), itemsOf(b.blocks), null);
  walk.rest();
  return walk;
}

class Walk implements Differences {
  readonly pieces: Piece[] = [];
  matchedParagraphs = 0;
  readonly #tokensA: readonly Token[];
  readonly #tokensB: readonly Token[];
  readonly #resemblance: Resemblance;
  // The walk goes through both rows of tokens from the first to the last; all before these positions is dealt with.
  #atA = 0;
  #atB = 0;

  constructor(tokensA: readonly Token[], tokensB: readonly Token[], resemblance: Resemblance) {
    this.#tokensA = tokensA;
    this.#tokensB = tokensB;
    this.#resemblance = resemblance;
  }

  level(a: readonly Item[], b: readonly Item[], columns: ColumnMap | null): void {
    this.#matches(a, b, matchItems(a, b, this.#resemblance), columns);
  }

  /** What follows the blocks: the section token of a body. */
  rest(): void {
    this.#words(this.#tokensA.length - this.#atA, this.#tokensB.length - this.#atB);
  }

  #matches(a: readonly Item[], b: readonly Item[], matches: readonly Match[], columns: ColumnMap | null): void {
    let fromA = 0;
    let fromB = 0;
    for (const match of matches) {
      this.#gap(a.slice(fromA, match.fromA), b.slice(fromB, match.fromB), columns);
      this.#partners(a.slice(match.fromA, match.toA), b.slice(match.fromB, match.toB), columns);
      fromA = match.toA;
      fromB = match.toB;
    }
    this.#gap(a.slice(fromA), b.slice(fromB), columns);
  }

  /** What is left between two matches. A content control in it may stand round something that has a partner. */
  #gap(a: readonly Item[], b: readonly Item[], columns: ColumnMap | null): void {
    if (a.length > 0 && b.length > 0 && (a.some(isGroup) || b.some(isGroup))) {
      this.level(lookThroughGroups(a), lookThroughGroups(b), columns);
      return;
    }
    for (const { block, length } of a) this.#differ(length, 0, block === null ? "edge" : "block", block);
    for (const { block, length } of b) this.#differ(0, length, block === null ? "edge" : "block", block);
  }

  #partners(a: readonly Item[], b: readonly Item[], columns: ColumnMap | null): void {
    const blockA = a[0]?.block;
    const blockB = b[0]?.block;
    if (blockA == null || blockB == null) throw new RangeError("The end of a content control has no partner.");
    if (a.length === 1 && b.length === 1 && this.#isEqual(blockA, blockB)) {
      this.matchedParagraphs += countParagraphs(blockB);
      this.#keep(blockA.length);
    } else if (blockA.kind === "paragraph" || blockB.kind === "paragraph") {
      this.matchedParagraphs += b.length;
      this.#words(lengthOf(a), lengthOf(b));
    } else this.#containers(blockA, blockB, columns);
  }

  #isEqual(a: Block, b: Block): boolean {
    return a === b || this.#resemblance.keyOf(a) === this.#resemblance.keyOf(b);
  }

  #containers(a: Container, b: Container, columns: ColumnMap | null): void {
    this.#words(1, 1);
    if (a.kind === "table" && b.kind === "table") {
      this.level(itemsOf(a.children), itemsOf(b.children), pairColumns(a, b, this.#resemblance));
    } else {
      const cells = a.kind === "row" && b.kind === "row" ? matchCells(a, b, columns) : null;
      const [itemsA, itemsB] = [itemsOf(a.children), itemsOf(b.children)];
      if (cells === null) this.level(itemsA, itemsB, columns);
      else this.#matches(itemsA, itemsB, cells, null);
    }
    this.#words(1, 1);
  }

  /** Compares the next tokens of both rows as one stretch of text. */
  #words(lengthA: number, lengthB: number): void {
    const fromA = this.#atA;
    const fromB = this.#atB;
    const a = this.#tokensA.slice(fromA, fromA + lengthA);
    const b = this.#tokensB.slice(fromB, fromB + lengthB);
    for (const change of compareTokens(a, b)) {
      this.#keep(fromA + change.fromA - this.#atA);
      this.#differ(change.toA - change.fromA, change.toB - change.fromB, "words", null);
    }
    this.#keep(fromA + lengthA - this.#atA);
  }

  #keep(length: number): void {
    this.#atA += length;
    this.#atB += length;
  }

  #differ(lengthA: number, lengthB: number, kind: Piece["kind"], block: Block | null): void {
    const fromA = this.#atA;
    const fromB = this.#atB;
    this.#atA += lengthA;
    this.#atB += lengthB;
    this.pieces.push({ fromA, toA: this.#atA, fromB, toB: this.#atB, kind, block });
  }
}

/** Cells of two rows by their grid column; `null` if the rows do not let themselves be compared in this way. */
function matchCells(a: Container, b: Container, columns: ColumnMap | null): Match[] | null {
  const cellsA = cellsOf(a);
  const cellsB = cellsOf(b);
  if (cellsA === null || cellsB === null) return null;
  const sameColumns = cellsA.length === cellsB.length && cellsA.every((cell, i) => cell.column === cellsB[i]?.column);
  if (!sameColumns && columns === null) return null;
  const matches: Match[] = [];
  cellsA.forEach((cell, i) => {
    const k = sameColumns ? i : cellsB.findIndex(({ column }) => column === columns?.get(cell.column));
    if (k >= 0) matches.push({ fromA: i, toA: i + 1, fromB: k, toB: k + 1 });
  });
  return matches;
}
