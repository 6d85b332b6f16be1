import { type RawBuilder, sql } from "kysely";

/** What was found stands between these in an excerpt: noncharacters of Unicode, which no text has. */
const BEGINS = "\uFDD0";
const ENDS = "\uFDD1";

/** Conditions and values of a search in the column `words` of a table, a `tsvector`. */
export interface FullText {
  readonly matches: RawBuilder<boolean>;
  readonly rank: RawBuilder<number>;
  /** Of the text in some columns, one after the other, the stretch in which the words are: for `excerptPieces`. */
  readonly excerptOf: (...columns: readonly string[]) => RawBuilder<string>;
}

/**
 * Looks for all the words, in any order; `"words in quotation marks"` in theirs, without a word after `-`. Words are taken
 * as they are written, for a text can be in any language.
 */
export function fullText(words: string): FullText {
  const query = sql`websearch_to_tsquery('simple', ${words})`;
  return {
    matches: sql<boolean>`words @@ ${query}`,
    rank: sql<number>`ts_rank(words, ${query})`,
    excerptOf: (...columns) =>
      sql<string>`ts_headline('simple', concat(${sql.join(columns.map((column) => sql.ref(column)))}), ${query},
        ${`StartSel=${BEGINS}, StopSel=${ENDS}, MaxWords=40, MinWords=15`})`,
  };
}

export interface ExcerptPiece {
  readonly text: string;
  /** True for words that were looked for. */
  readonly found: boolean;
}

export function excerptPieces(excerpt: string): ExcerptPiece[] {
  return excerpt
    .split(new RegExp(`(${BEGINS}[^${ENDS}]*${ENDS})`))
    .filter((piece) => piece !== "")
    .map((piece) =>
      piece.startsWith(BEGINS) ? { text: piece.slice(1, -1), found: true } : { text: piece, found: false },
    );
}
