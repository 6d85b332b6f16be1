import { timingSafeEqual } from "node:crypto";
import { ApiProblem, type SetUp } from "@compendium/contract";
import { addMember, makePerson, makeWorkspace } from "../people/index.ts";
import { PUBLIC } from "../platform/actor.ts";
import { sha256Of } from "../platform/files/files.ts";
import { inTransaction, type Services } from "../platform/services.ts";
import { isForReal } from "../platform/settings.ts";
import type { Tx } from "../platform/tables.ts";
import { INSTALLATION_LEDGER, writeEntry } from "../record/index.ts";
import { fillIllustrative } from "./illustrative/fill-illustrative.ts";
import { readInstallation } from "./queries.ts";

/**
 * Sets up a new installation, once. `code` is what the server printed when it started, needed where others than its
 * operator can reach it.
 */
export async function setUp(
  services: Services,
  hashPassword: (password: string) => Promise<string>,
  code: string | null,
  given: SetUp,
): Promise<void> {
  if (code !== null && !isSame(code, given.code ?? "")) {
    throw new ApiProblem("not-allowed", "Give the code that the server printed when it started.");
  }
  const isIllustrative = given.kind === "illustrative";
  if (isIllustrative && isForReal(services.settings)) {
    throw new ApiProblem("not-allowed", "Demonstration mode is off where COMPENDIUM_URL or SMTP_URL is set.");
  }
  // Once is all, so nobody can keep the server busy with the slow hash below; the transaction tells for certain.
  if (!(await readInstallation(services.db, services.settings)).isNew) throw alreadySetUp();
  const password = given.kind === "empty" ? await hashPassword(given.administrator.password) : null;
  await inTransaction(services, async (tx) => {
    const now = await services.clock.now(tx);
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("installation")
      .values({ id: "this", demonstration: isIllustrative, setUpAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw alreadySetUp();
    await writeEntry(tx, services.clock, {
      ledger: INSTALLATION_LEDGER,
      actor: PUBLIC,
      act: "installation.set up",
      object: { kind: "installation", id: "this" },
      before: null,
      after: { demonstration: isIllustrative },
      detail: { kind: given.kind },
    });
    if (given.kind === "empty") await makeFirstWorkspace(tx, services, given, password, now);
    // It takes seconds, and a process that ends meanwhile leaves a new installation, not half a workspace.
    else await fillIllustrative({ ...services, db: tx });
  });
}

function alreadySetUp(): ApiProblem {
  return new ApiProblem("not-now", "The installation was set up already.");
}

async function makeFirstWorkspace(
  tx: Tx,
  services: Services,
  { workspace, administrator: { name, email } }: Extract<SetUp, { kind: "empty" }>,
  password: string | null,
  now: Date,
): Promise<void> {
  const person = await makePerson(tx, { name, email, password, now, administersInstallation: true });
  const actor = { ...PUBLIC, person };
  const made = await makeWorkspace(tx, services, actor, workspace);
  for (const role of ["administrator", "secretariat"] as const) {
    await addMember(tx, services, actor, { person, workspace: made.id, role, delegation: null });
  }
}

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256Of(a)), Buffer.from(sha256Of(b)));
}
