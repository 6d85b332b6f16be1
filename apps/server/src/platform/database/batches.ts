/** PostgreSQL takes 65,535 parameters with one statement, and no row here has more than 13 columns. */
const BATCH = 5_000;

/** Rows to insert, in as many statements as it takes. */
export function* batches<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH);
}
