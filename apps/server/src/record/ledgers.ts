/** The chain of the installation: workspaces made, backups, settings. */
export const INSTALLATION_LEDGER = "installation";

/** The chain of a workspace: everything that its secretariat may know. */
export function workspaceLedger(workspace: string): string {
  return `workspace:${workspace}`;
}

/** A delegation's own chain: what happens in its rooms before it submits, which nobody else may know of. */
export function delegationLedger(workspace: string, delegation: string): string {
  return `delegation:${workspace}:${delegation}`;
}

interface LedgerFacts {
  readonly of: "installation" | "workspace" | "delegation";
  readonly workspace: string | null;
  readonly delegation: string | null;
}

/** What an identifier of a ledger says, or `null` if it is none. */
export function readLedgerId(id: string): LedgerFacts | null {
  if (id === INSTALLATION_LEDGER) return { of: "installation", workspace: null, delegation: null };
  const [of, workspace, delegation, ...more] = id.split(":");
  if (workspace === undefined || workspace === "" || more.length > 0) return null;
  if (of === "workspace" && delegation === undefined) return { of, workspace, delegation: null };
  if (of === "delegation" && delegation !== undefined && delegation !== "") return { of, workspace, delegation };
  return null;
}
