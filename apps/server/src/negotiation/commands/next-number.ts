import { sql } from "kysely";
import type { Tx } from "../../platform/tables.ts";

/** Where entries are numbered from 1: within a compilation, a meeting, a consultation. */
const WITHIN = {
  position: "compilation",
  decision: "compilation",
  floorEntry: "meeting",
  statement: "meeting",
  bilateralNote: "bilateral",
} as const;

/** The number of the next entry; whoever asks holds what it is numbered within. No sequence: a backup keeps none. */
export async function nextNumber(tx: Tx, table: keyof typeof WITHIN, within: string): Promise<number> {
  const { rows } = await sql<{ readonly last: number | null }>`
    select max(number) as last from ${sql.table(table)} where ${sql.ref(WITHIN[table])} = ${within}`.execute(tx);
  return (rows[0]?.last ?? 0) + 1;
}
