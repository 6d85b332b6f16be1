import { randomBytes } from "node:crypto";
import type { Actor, Person } from "../../platform/actor.ts";
import { sha256Of } from "../../platform/files/files.ts";
import { newId } from "../../platform/ids.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { INSTALLATION_LEDGER, writeEntry } from "../../record/index.ts";
import type { TokenRow } from "../queries.ts";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Makes an access token. The token itself is in the answer, and nowhere else. It opens every workspace of its person, so
 * its making stands in the chain of the installation: a workspace must not learn from its record of the others.
 */
export async function createToken(
  services: Services,
  actor: Actor & { readonly person: Person },
  name: string,
  days: number,
): Promise<{ readonly token: string; readonly row: TokenRow }> {
  const id = newId();
  const token = `cmp_${id}_${randomBytes(24).toString("base64url")}`;
  return inTransaction(services, async (tx) => {
    const createdAt = await services.clock.now(tx);
    const row: TokenRow = {
      id,
      person: actor.person.id,
      name,
      token: sha256Of(token),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + days * DAY),
      lastUsedAt: null,
      revokedAt: null,
    };
    await tx.insertInto("accessToken").values(row).execute();
    await writeEntry(tx, services.clock, {
      ledger: INSTALLATION_LEDGER,
      actor,
      act: "token.made",
      object: { kind: "token", id },
      before: null,
      after: row,
      detail: { name, expiresAt: row.expiresAt },
    });
    return { token, row };
  });
}

/** Revokes one of a person's tokens; nothing happens where there is none that is good. */
export async function revokeToken(
  services: Services,
  actor: Actor & { readonly person: Person },
  id: string,
): Promise<void> {
  await inTransaction(services, (tx) => revoke(tx, services, actor, id));
}

/** Revokes all tokens of a person, in a transaction that the caller has begun. */
export async function revokeTokens(
  tx: Tx,
  services: Pick<Services, "clock">,
  actor: Actor & { readonly person: Person },
): Promise<void> {
  const tokens = await tx
    .selectFrom("accessToken")
    .select("id")
    .where("person", "=", actor.person.id)
    .where("revokedAt", "is", null)
    .orderBy("id")
    .execute();
  for (const { id } of tokens) await revoke(tx, services, actor, id);
}

async function revoke(
  tx: Tx,
  { clock }: Pick<Services, "clock">,
  actor: Actor & { readonly person: Person },
  id: string,
): Promise<void> {
  const revokedAt = await clock.now(tx);
  const revoked = await tx
    .updateTable("accessToken")
    .set({ revokedAt })
    .where("id", "=", id)
    .where("person", "=", actor.person.id)
    .where("revokedAt", "is", null)
    .returningAll()
    .executeTakeFirst();
  if (revoked === undefined) return;
  await writeEntry(tx, clock, {
    ledger: INSTALLATION_LEDGER,
    actor,
    act: "token.revoked",
    object: { kind: "token", id },
    before: { ...revoked, revokedAt: null },
    after: revoked,
    detail: { name: revoked.name },
  });
}
