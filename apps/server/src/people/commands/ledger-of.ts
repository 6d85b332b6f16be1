import { delegationLedger, workspaceLedger } from "../../record/index.ts";

/** What concerns a delegation's members stands in its own chain. */
export function ledgerOf(workspace: string, delegation: string | null): string {
  return delegation === null ? workspaceLedger(workspace) : delegationLedger(workspace, delegation);
}
