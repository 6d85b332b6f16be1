import { delegation as catalogueDelegation, inDelegationsOrder } from "@compendium/catalogue";
import { ApiProblem } from "@compendium/contract";
import type { Actor } from "../../platform/actor.ts";
import { newId } from "../../platform/ids.ts";
import type { Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import { type DelegationRow, delegationsOf, type WorkspaceRow } from "../queries.ts";

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

/** Admits a delegation, at its place in the order of names. */
export async function admitDelegation(
  tx: Tx,
  { clock }: Pick<Services, "clock">,
  actor: Actor,
  workspace: string,
  given: {
    readonly code: string;
    readonly name?: string | undefined;
    readonly kind?: DelegationRow["kind"] | undefined;
  },
): Promise<DelegationRow> {
  const known = catalogueDelegation(given.code);
  const name = given.name ?? known?.names.en.short;
  if (name === undefined) {
    throw new ApiProblem(
      "not-valid",
      `No State or organisation known here has the code ${given.code}. Give its name as well.`,
      {
        fields: { name: "Needed for a code that the catalogue does not know." },
      },
    );
  }
  const others = await delegationsOf(tx, workspace);
  if (others.some(({ code }) => code === given.code)) {
    throw new ApiProblem("already-exists", `${given.code} is a delegation of this workspace already.`);
  }
  const kind = given.kind ?? (known?.kind === "organisation" ? "organisation" : "state");
  const row: DelegationRow = { workspace, code: given.code, name, kind, position: others.length };
  await tx.insertInto("delegation").values(row).execute();
  const ordered = inDelegationsOrder([...others, row]);
  for (const [position, { code }] of ordered.entries()) {
    await tx
      .updateTable("delegation")
      .set({ position })
      .where("workspace", "=", workspace)
      .where("code", "=", code)
      .execute();
  }
  await writeEntry(tx, clock, {
    ledger: workspaceLedger(workspace),
    actor,
    act: "delegation.admitted",
    object: { kind: "delegation", id: row.code },
    before: null,
    after: { code: row.code, name, kind },
    detail: { code: row.code, name },
  });
  return row;
}
