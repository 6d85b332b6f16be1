import type { Actor } from "../../platform/actor.ts";
import { newId } from "../../platform/ids.ts";
import type { Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import type { WorkspaceRow } from "../queries.ts";

/** Makes a workspace in a transaction that the caller has begun. */
export async function makeWorkspace(
  tx: Tx,
  { clock }: Pick<Services, "clock">,
  actor: Actor,
  name: string,
  illustrative = false,
): Promise<WorkspaceRow> {
  const workspace = { id: newId(), name, illustrative, createdAt: await clock.now(tx) };
  await tx.insertInto("workspace").values(workspace).execute();
  await writeEntry(tx, clock, {
    ledger: workspaceLedger(workspace.id),
    actor,
    act: "workspace.made",
    object: { kind: "workspace", id: workspace.id },
    before: null,
    after: workspace,
    detail: { name },
  });
  return workspace;
}
