import type { RecordAct } from "@compendium/contract";
import { APIError } from "better-auth/api";
import { type Actor, type Person, PUBLIC } from "../../platform/actor.ts";
import { queueMail } from "../../platform/mail/mail.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import { INSTALLATION_LEDGER, writeEntry } from "../../record/index.ts";
import { revokeTokens } from "../commands/tokens.ts";
import { accountChangedMail } from "../mails.ts";
import type { AuthCall } from "./auth-call.ts";
import { accountOfAddress, forgetFailures } from "./lock-out.ts";

type Needed = Pick<Services, "db" | "clock" | "jobs" | "settings">;

/** Changes to how one signs in, by the endpoint that makes them: as the record names them, and as the mail does. */
const CHANGES: Readonly<Record<string, { readonly act: RecordAct; readonly words: string }>> = {
  "/change-password": { act: "password.changed", words: "Its password was changed." },
  "/two-factor/verify-totp": { act: "second factor.set up", words: "A second factor was set up." },
  "/two-factor/disable": { act: "second factor.removed", words: "Its second factor was removed." },
  "/two-factor/generate-backup-codes": { act: "backup codes.made", words: "New backup codes were made." },
  "/passkey/verify-registration": { act: "passkey.added", words: "A passkey was added." },
  "/passkey/delete-passkey": { act: "passkey.removed", words: "A passkey was removed." },
};

/**
 * Writes into the record that somebody changed how they sign in, and tells them by mail, in case it was not they. It
 * stands in the chain of the installation: an account is no workspace's, and opens all of them. Better Auth makes the
 * change with a connection of its own, so this comes right after and not in one transaction with it.
 */
export async function recordChange(services: Needed, { path, context }: AuthCall): Promise<void> {
  const change = CHANGES[path ?? ""];
  const person = context.session?.user;
  if (change === undefined || person === undefined || context.returned instanceof APIError) return;
  // The code of an authenticator sets it up only once; that call, and no other in a session, begins a session anew.
  if (path === "/two-factor/verify-totp" && !context.newSession) return;
  await record(services, person, change.act, change.words);
}

/**
 * What follows on a password that was chosen by the link in a mail: whoever had the old one is put out. The sessions
 * Better Auth has ended; here the access tokens go, and a lock-out that somebody else's guesses brought about.
 */
export async function recordReset(services: Needed, { id, name, email }: Person): Promise<void> {
  const person = { id, name, email };
  await inTransaction(services, (tx) => revokeTokens(tx, services, actorOf(person)));
  await forgetFailures(services.db, accountOfAddress(email));
  await record(services, person, "password.reset", "Its password was chosen anew, by the link in a mail.");
}

async function record(services: Needed, person: Person, act: RecordAct, words: string): Promise<void> {
  const { clock, jobs, settings } = services;
  await inTransaction(services, async (tx) => {
    await writeEntry(tx, clock, {
      ledger: INSTALLATION_LEDGER,
      actor: actorOf(person),
      act,
      object: { kind: "person", id: person.id },
      before: null,
      after: null,
    });
    await queueMail(tx, jobs, await clock.now(tx), accountChangedMail({ to: person.email, words, site: settings.url }));
  });
}

/** Signing in and what belongs to it is done on the page only. */
function actorOf({ id, name, email }: Person): Actor & { readonly person: Person } {
  return { ...PUBLIC, person: { id, name, email } };
}
