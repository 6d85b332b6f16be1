import { type CompiledStory, columnsIn } from "@compendium/engine";

/** For every passage, and each of its proposals, the passages in which the other rows of the same column are proposed. */
export function columnRows(
  compiled: CompiledStory,
): readonly (readonly [passage: string, rows: readonly string[][]])[] {
  const columns = columnsIn(compiled);
  return compiled.passages.map((passage) => [
    passage.id,
    passage.proposals.map((proposal) => {
      const own = columns.filter(({ cells }) => cells.some((cell) => cell.proposal === proposal));
      const ids = own.flatMap(({ cells }) => cells.map((cell) => cell.passage.id));
      return [...new Set(ids)].filter((id) => id !== passage.id);
    }),
  ]);
}
