import type { TabledView } from "@compendium/contract";
import { proposalsOf } from "../consultations/index.ts";
import type { Db } from "../platform/tables.ts";
import { presentTabled } from "./present.ts";
import type { TabledRow } from "./queries.ts";

/** A wording that was put on the table just now, against the base. */
export async function shownOnTable(db: Db, tabled: TabledRow): Promise<TabledView> {
  const [proposal] = await proposalsOf(db, tabled.compilation, tabled.passage);
  return presentTabled(tabled, proposal?.base ?? "");
}
