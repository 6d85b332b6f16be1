import type { LedgerView } from "@compendium/contract";
import type { LedgerRow } from "./queries.ts";

export function presentLedger({ id, of, delegation, entries, head }: LedgerRow): LedgerView {
  return { id, of, delegation, entries, head };
}
