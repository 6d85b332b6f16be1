import type { Selectable } from "kysely";
import type { Tables } from "../tables.ts";

/**
 * Columns of a table in a join, each under the table's name, so that those of two tables can have one name:
 * `select(columnsOf("draft", COLUMNS))`, and `rowOf("draft", COLUMNS, found)` of what comes back.
 */
export function columnsOf<Table extends keyof Tables, Column extends keyof Selectable<Tables[Table]> & string>(
  table: Table,
  columns: readonly Column[],
) {
  return columns.map((column) => `${table}.${column} as ${table}.${column}` as const);
}

export function rowOf<Table extends keyof Tables, Column extends keyof Selectable<Tables[Table]> & string>(
  table: Table,
  columns: readonly Column[],
  found: Readonly<Record<string, unknown>>,
): Pick<Selectable<Tables[Table]>, Column> {
  return Object.fromEntries(columns.map((column) => [column, found[`${table}.${column}`]])) as Pick<
    Selectable<Tables[Table]>,
    Column
  >;
}
