import { type Actor, hasRole, isMember, isOf } from "../platform/actor.ts";
import { act } from "../platform/can.ts";
import type { LedgerRow } from "./queries.ts";

/**
 * A delegation's chain is its own. What everybody did in a workspace is for those who answer for its conduct: not for its
 * administrator, who makes members and need not know what they negotiate.
 */
export const readLedger = act<LedgerRow>("read the record", (actor, { of, workspace, delegation, readers }) => {
  if (of === "bilateral" && workspace !== null)
    return (readers ?? []).some((reader) => isReader(actor, workspace, reader));
  if (of === "installation" || workspace === null) return actor.administersInstallation;
  if (delegation !== null) return isOf(actor, workspace, delegation, "head", "deputy", "expert");
  return hasRole(actor, workspace, "secretariat", "chair");
});

/** Which chains there are, each member may ask; the answer lists those that they may read. */
export const seeLedgers = act<LedgerRow>(
  "see which chains there are",
  (actor, { workspace }) => workspace !== null && isMember(actor, workspace),
);

function isReader(actor: Actor, workspace: string, reader: string): boolean {
  return reader === "chair"
    ? hasRole(actor, workspace, "chair")
    : isOf(actor, workspace, reader, "head", "deputy", "expert");
}
