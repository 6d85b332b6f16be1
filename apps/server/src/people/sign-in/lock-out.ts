import { APIError, createAuthMiddleware } from "better-auth/api";
import type { Clock } from "../../platform/clock.ts";
import { sha256Of } from "../../platform/files/files.ts";
import type { Db } from "../../platform/tables.ts";

/** So many wrong passwords for one address … */
const FAILURES_MOST = 10;
/** … within so many ms lock it out, until the first of them is older: OWASP ASVS 5.0, 6.3.1. */
const WINDOW = 15 * 60 * 1000;

/** Counts wrong passwords, whether there is such an account or not, so that the answer does not tell which. */
export function lockOut(db: Db, clock: Clock) {
  return {
    before: createAuthMiddleware(async ({ path, body }) => {
      const account = accountOf(path, body);
      if (account === null) return;
      const since = new Date((await clock.now(db)).getTime() - WINDOW);
      const { failures } = await db
        .selectFrom("signInFailure")
        .select(({ fn }) => fn.countAll().as("failures"))
        .where("account", "=", account)
        .where("at", ">", since)
        .executeTakeFirstOrThrow();
      if (Number(failures) >= FAILURES_MOST) {
        throw new APIError("TOO_MANY_REQUESTS", {
          code: "LOCKED_OUT",
          message: "Too many failed attempts. Wait a quarter of an hour.",
        });
      }
    }),
    after: createAuthMiddleware(async ({ path, body, context }) => {
      const account = accountOf(path, body);
      if (account === null) return;
      if (context.returned instanceof APIError) {
        if (context.returned.status !== "UNAUTHORIZED") return;
        await db
          .insertInto("signInFailure")
          .values({ account, at: await clock.now(db) })
          .execute();
      } else {
        await db.deleteFrom("signInFailure").where("account", "=", account).execute();
      }
    }),
  };
}

function accountOf(path: string | undefined, body: unknown): string | null {
  if (path !== "/sign-in/email" || typeof body !== "object" || body === null) return null;
  return "email" in body && typeof body.email === "string" ? sha256Of(body.email.toLowerCase()) : null;
}
