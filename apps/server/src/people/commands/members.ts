import { ApiProblem, type Role } from "@compendium/contract";
import type { Actor, Person } from "../../platform/actor.ts";
import { newId } from "../../platform/ids.ts";
import { tell } from "../../platform/live/live.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { writeEntry } from "../../record/index.ts";
import { ledgerOf } from "./ledger-of.ts";

/** Makes somebody a member. */
export async function addMember(
  tx: Tx,
  { clock }: Pick<Services, "clock">,
  actor: Actor,
  given: {
    readonly person: Person;
    readonly workspace: string;
    readonly role: Role;
    readonly delegation: string | null;
  },
): Promise<string> {
  const { person, workspace, role, delegation } = given;
  const membership = {
    id: newId(),
    person: person.id,
    workspace,
    role,
    delegation,
    since: await clock.now(tx),
    endedAt: null,
  };
  await tx.insertInto("membership").values(membership).execute();
  await writeEntry(tx, clock, {
    ledger: ledgerOf(workspace, delegation),
    actor,
    act: "member.joined",
    object: { kind: "membership", id: membership.id },
    before: null,
    after: membership,
    detail: { person: person.name, role, delegation },
  });
  await tell(tx, { kind: "people", id: membership.id, workspace, at: membership.since.toISOString() });
  return membership.id;
}

/** Ends a membership. Refused for the last administrator of a workspace. */
export async function endMembership(
  services: Services,
  actor: Actor,
  workspace: string,
  membership: string,
): Promise<void> {
  await inTransaction(services, async (tx) => {
    const now = await services.clock.now(tx);
    // Held, so that two administrators cannot remove each other at once.
    const members = await tx
      .selectFrom("membership")
      .selectAll()
      .where("workspace", "=", workspace)
      .where("endedAt", "is", null)
      .forUpdate()
      .execute();
    const ended = members.find(({ id }) => id === membership);
    if (ended === undefined) throw new ApiProblem("not-now", "This membership has ended already.");
    const administrators = members.filter(({ role }) => role === "administrator");
    if (ended.role === "administrator" && administrators.length === 1) {
      throw new ApiProblem("not-now", "The last administrator cannot go. Appoint another first.");
    }
    await tx.updateTable("membership").set({ endedAt: now }).where("id", "=", membership).execute();
    await writeEntry(tx, services.clock, {
      ledger: ledgerOf(workspace, ended.delegation),
      actor,
      act: "member.left",
      object: { kind: "membership", id: membership },
      before: ended,
      after: { ...ended, endedAt: now },
      detail: { role: ended.role, delegation: ended.delegation },
    });
    await tell(tx, { kind: "people", id: membership, workspace, at: now.toISOString() });
  });
}
