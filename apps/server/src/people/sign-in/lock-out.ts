import { APIError } from "better-auth/api";
import { sql } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import { sha256Of } from "../../platform/files/files.ts";
import type { Db } from "../../platform/tables.ts";
import type { AuthCall } from "./auth-call.ts";

/** So many wrong passwords for one address … */
const FAILURES_MOST = 10;
/** … within so many ms lock it out, until the first of them is older: a guesser has 960 tries a day, of 12 letters. */
const WINDOW = 15 * 60 * 1000;

/**
 * Counts wrong passwords, whether there is such an account or not, so that the answer does not tell which. An attempt
 * counts from its beginning: a hundred sent at once would otherwise all be let through before the first has failed.
 */
export function lockOut(db: Db, clock: Clock) {
  return {
    before: async ({ path, body }: AuthCall): Promise<void> => {
      const account = accountOf(path, body);
      if (account === null) return;
      const until = await db.transaction().execute(async (tx) => {
        // One attempt for an account at a time gets past here, on however many servers.
        await sql`select pg_advisory_xact_lock(hashtextextended(${account}, 0))`.execute(tx);
        const now = await clock.now(tx);
        const since = new Date(now.getTime() - WINDOW);
        await tx.deleteFrom("signInFailure").where("at", "<=", since).execute();
        const failures = await tx
          .selectFrom("signInFailure")
          .select("at")
          .where("account", "=", account)
          .orderBy("at")
          .execute();
        const first = failures[0];
        if (first !== undefined && failures.length >= FAILURES_MOST) return first.at.getTime() + WINDOW - now.getTime();
        await tx.insertInto("signInFailure").values({ account, at: now }).execute();
        return null;
      });
      if (until === null) return;
      throw new APIError(
        "TOO_MANY_REQUESTS",
        { code: "LOCKED_OUT", message: "Too many failed attempts." },
        { "Retry-After": String(Math.ceil(until / 1000)) },
      );
    },
    after: async ({ path, body, context }: AuthCall): Promise<void> => {
      const account = accountOf(path, body);
      if (account === null) return;
      const { returned } = context;
      // What is neither right nor wrong, such as an address that cannot be one, is not to be guessed at: it counts too.
      if (!(returned instanceof APIError)) await forgetFailures(db, account);
    },
  };
}

/** Opens an account again: its password was given, or its owner has proved otherwise who they are. */
export async function forgetFailures(db: Db, account: string): Promise<void> {
  await db.deleteFrom("signInFailure").where("account", "=", account).execute();
}

/** How an address is known here: the table tells nobody who has an account. */
export function accountOfAddress(email: string): string {
  return sha256Of(email.toLowerCase());
}

function accountOf(path: string | undefined, body: unknown): string | null {
  if (path !== "/sign-in/email" || typeof body !== "object" || body === null) return null;
  return "email" in body && typeof body.email === "string" ? accountOfAddress(body.email) : null;
}
