import { sql } from "kysely";
import type { Db } from "../tables.ts";

/** A table as the database itself describes it, names as the database has them. */
export interface TableShape {
  readonly name: string;
  /** Those that are written: a generated column is left out. `type` is as a cast takes it. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The columns of the primary key; empty where there is none. */
  readonly key: readonly string[];
}

/**
 * Every table of the schema, each after those that it refers to: rows put back in this order find what they point at.
 * Asked of the database and not kept in a list, so that a table that a room adds is never forgotten.
 */
export async function readShape(db: Db): Promise<readonly TableShape[]> {
  const columns = await sql<{ table: string; name: string; type: string }>`
    select c.relname::text as "table", a.attname::text as "name", format_type(a.atttypid, a.atttypmod) as "type"
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname, a.attnum`.execute(db);
  const keys = await sql<{ table: string; name: string }>`
    select c.relname::text as "table", a.attname::text as "name"
    from pg_index i
      join pg_class c on c.oid = i.indrelid
      cross join lateral unnest(i.indkey) with ordinality as k (attnum, position)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
    where i.indisprimary and c.relnamespace = current_schema()::regnamespace
    order by c.relname, k.position`.execute(db);
  const references = await sql<{ from: string; to: string }>`
    select distinct f.relname::text as "from", t.relname::text as "to"
    from pg_constraint r join pg_class f on f.oid = r.conrelid join pg_class t on t.oid = r.confrelid
    where r.contype = 'f' and r.conrelid <> r.confrelid
      and f.relnamespace = current_schema()::regnamespace`.execute(db);

  const names = [...new Set(columns.rows.map(({ table }) => table))];
  return parentsFirst(names, references.rows).map((name) => ({
    name,
    columns: columns.rows.flatMap((each) => (each.table === name ? [{ name: each.name, type: each.type }] : [])),
    key: keys.rows.flatMap((each) => (each.table === name ? [each.name] : [])),
  }));
}

function parentsFirst(
  names: readonly string[],
  references: readonly { readonly from: string; readonly to: string }[],
): readonly string[] {
  const placed: string[] = [];
  while (placed.length < names.length) {
    const next = names.find(
      (name) => !placed.includes(name) && references.every(({ from, to }) => from !== name || placed.includes(to)),
    );
    if (next === undefined) throw new Error("Tables refer to one another in a circle: no order puts them back.");
    placed.push(next);
  }
  return placed;
}

/** A name of the database's in SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
