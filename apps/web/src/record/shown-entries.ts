import type { LedgerView } from "@compendium/contract";
import type { Input } from "../api/input.ts";

/** The chain that an address names, or the first one; `undefined` where one may read none. */
export function shownLedger(ledgers: readonly LedgerView[], query: URLSearchParams): LedgerView | undefined {
  return ledgers.find(({ id }) => id === query.get("ledger")) ?? ledgers[0];
}

/** Which entries of a chain an address asks for: only some acts, or those before a number. */
export function shownEntries(ledger: LedgerView, query: URLSearchParams): Input<"listRecord"> {
  const act = query.get("act") ?? "";
  const before = Number(query.get("before") ?? "");
  return {
    ledger: ledger.id,
    ...(Number.isInteger(before) && before > 0 ? { before } : {}),
    ...(act === "" ? {} : { act: act.slice(0, LONGEST_ACT) }),
  };
}

/** Characters of an act that the contract takes. */
const LONGEST_ACT = 60;
