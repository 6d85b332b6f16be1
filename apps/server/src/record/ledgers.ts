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

/** The chain of a bilateral consultation, for those who take part: the first entry names them. */
export function bilateralLedger(workspace: string, bilateral: string): string {
  return `bilateral:${workspace}:${bilateral}`;
}

interface LedgerFacts {
  readonly of: "installation" | "workspace" | "delegation" | "bilateral";
  readonly workspace: string | null;
  readonly delegation: string | null;
}

/** What an identifier of a ledger says, or `null` if it is none. */
export function readLedgerId(id: string): LedgerFacts | null {
  if (id === INSTALLATION_LEDGER) return { of: "installation", workspace: null, delegation: null };
  const [of, workspace, part, ...more] = id.split(":");
  if (workspace === undefined || workspace === "" || more.length > 0) return null;
  if (of === "workspace" && part === undefined) return { of, workspace, delegation: null };
  if (part === undefined || part === "") return null;
  if (of === "delegation") return { of, workspace, delegation: part };
  if (of === "bilateral") return { of, workspace, delegation: null };
  return null;
}
