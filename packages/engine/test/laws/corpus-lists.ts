import { CORPUS, readCorpus } from "../ooxml/corpus.ts";

/** A base text and a submission of the corpus, by their names in it. */
export interface CorpusPair {
  readonly before: string;
  readonly after: string;
}

// What the corpus's own list of features calls a tracked change.
const TRACKING =
  /\b(?:ins|del|moveFrom|moveTo|markIns|markDel|trIns|trDel|cellDel|delInIns|delInstrText|numberingChange|\w+PrChange|\w+ExChange|tblGridChange|customXmlInsRange):/;

/** Pairs of real files that a comparison has to get right; empty without the corpus. */
export const PAIRS: readonly CorpusPair[] = rowsOf("wmlcomparer-pairs.tsv").map(([before = "", after = ""]) => ({
  before,
  after,
}));

/** Real files that track at least one change of any kind; empty without the corpus. */
export const TRACKED: readonly string[] = rowsOf("INDEX.tsv")
  .filter((row) => TRACKING.test(row[6] ?? ""))
  .map(([name = ""]) => name);

function rowsOf(list: string): string[][] {
  if (CORPUS.length === 0) return [];
  const [, ...lines] = new TextDecoder().decode(readCorpus(list)).trim().split("\n");
  return lines.map((line) => line.split("\t"));
}
