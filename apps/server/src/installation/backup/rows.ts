import { sql } from "kysely";
import { quoted, type TableShape } from "../../platform/database/shape.ts";
import type { Tx } from "../../platform/tables.ts";

/** Rows fetched at once: a block of a draft has some kilobytes, and a few MB are held at a time. */
const ROWS_AT_ONCE = 500;

/** Rows put back with one statement. */
const ROWS_PUT_AT_ONCE = 500;

/**
 * Reads a table as JSON lines, in the order of its key, a few rows at a time. Each value is the text that PostgreSQL
 * itself writes and reads: no driver comes between, so that every type comes back as it was, to the microsecond.
 */
export async function* readRows(tx: Tx, { name, columns, key }: TableShape): AsyncGenerator<string> {
  const values = columns.map((column) => `${quoted(column.name)}::text`).join(", ");
  // By the column and not by its text, which has the same name and would put 10 before 9.
  const order = key.length === 0 ? "" : `order by ${key.map((column) => `t.${quoted(column)}`).join(", ")}`;
  // What the text of a time looks like depends on these; with them it names its offset, always the same.
  await sql`set local timezone to 'UTC'`.execute(tx);
  await sql`set local datestyle to 'ISO'`.execute(tx);
  await sql
    .raw(
      `declare backup_rows no scroll cursor for
        select row_to_json(r)::text as line from (select ${values} from ${quoted(name)} t ${order}) r`,
    )
    .execute(tx);
  for (;;) {
    const { rows } = await sql.raw<{ line: string }>(`fetch ${ROWS_AT_ONCE} from backup_rows`).execute(tx);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => `${line}\n`).join("");
  }
  await sql`close backup_rows`.execute(tx);
}

/** Puts rows back that `readRows` read; gives how many. `columns` names those that the lines have. */
export async function putRows(tx: Tx, table: TableShape, columns: readonly string[], lines: AsyncIterable<string>) {
  const put = table.columns.filter(({ name }) => columns.includes(name));
  const names = put.map(({ name }) => quoted(name)).join(", ");
  const values = put.map(({ name, type }) => `(r.line ->> '${name.replaceAll("'", "''")}')::${type}`).join(", ");
  let count = 0;
  let batch: string[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    const rows = `[${batch.join(",")}]`;
    await sql`insert into ${sql.raw(`${quoted(table.name)} (${names}) select ${values}`)}
      from json_array_elements(${rows}::json) as r (line)`.execute(tx);
    count += batch.length;
    batch = [];
  };
  for await (const line of lines) {
    batch.push(line);
    if (batch.length === ROWS_PUT_AT_ONCE) await flush();
  }
  await flush();
  return count;
}
