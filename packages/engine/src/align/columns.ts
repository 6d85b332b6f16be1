import type { Block, Container } from "../model/text.ts";
import { pairByWorth } from "./pair-by-worth.ts";
import type { Resemblance } from "./resemblance.ts";

/** For grid columns of A their partners in B. */
export type ColumnMap = ReadonlyMap<number, number>;

/**
 * Which columns of two tables belong together: the pairing with the most cells in common, so that every row agrees on
 * which column was inserted. A row alone cannot tell, where cells are empty or repeat each other.
 */
export function pairColumns(a: Container, b: Container, resemblance: Resemblance): ColumnMap {
  const columnsA = cellsByColumn(a);
  const columnsB = cellsByColumn(b);
  const startsA = [...columnsA.keys()].sort((x, y) => x - y);
  const startsB = [...columnsB.keys()].sort((x, y) => x - y);
  const pairs = pairByWorth(startsA.length, startsB.length, (i, k) => {
    const cellsA = columnsA.get(startsA[i] ?? -1) ?? [];
    const cellsB = columnsB.get(startsB[k] ?? -1) ?? [];
    return lettersInCommon(cellsA, cellsB, resemblance);
  });
  return new Map(pairs.map((pair) => [startsA[pair.a] as number, startsB[pair.b] as number]));
}

/** The cells of a row; `null` if there is something else in it, such as a content control. */
export function cellsOf(row: Container): readonly Container[] | null {
  const cells = row.children.filter((child): child is Container => child.kind === "cell");
  return cells.length === row.children.length ? cells : null;
}

function cellsByColumn(table: Container): Map<number, Container[]> {
  const columns = new Map<number, Container[]>();
  const visit = (block: Block): void => {
    if (block.kind === "cell") {
      const column = columns.get(block.column);
      if (column === undefined) columns.set(block.column, [block]);
      else column.push(block);
    } else if (block.kind !== "paragraph") block.children.forEach(visit);
  };
  table.children.forEach(visit);
  return columns;
}

/** Letters of the cells that both columns hold; an empty cell counts as less than a letter. */
function lettersInCommon(a: readonly Container[], b: readonly Container[], resemblance: Resemblance): number {
  const open = new Map<number, number>();
  for (const cell of a) {
    const key = resemblance.keyOf(cell);
    open.set(key, (open.get(key) ?? 0) + 1);
  }
  let letters = 0;
  for (const cell of b) {
    const key = resemblance.keyOf(cell);
    const left = open.get(key) ?? 0;
    if (left === 0) continue;
    open.set(key, left - 1);
    letters += resemblance.bagOf(cell).letters + 0.1;
  }
  return letters;
}
