import { ApiProblem } from "@compendium/contract";
import { type Actor, PUBLIC } from "../../platform/actor.ts";
import type { Clock } from "../../platform/clock.ts";
import { sha256Of } from "../../platform/files/files.ts";
import { isBearer } from "../../platform/http/same-site.ts";
import type { Identify } from "../../platform/http/serve.ts";
import type { Db } from "../../platform/tables.ts";
import { findActor } from "../queries.ts";
import type { Auth } from "./auth.ts";
import { readSessions } from "./read-session.ts";

/**
 * Who sends a request: told by an access token, else by the session in a cookie, else nobody. Once demonstration mode is
 * over, illustrative persons are nobody: anyone may have kept a session, a token or a passkey of theirs.
 */
export function identifyBy(auth: Auth, db: Db, clock: Clock, isDemonstration: () => Promise<boolean>): Identify {
  const readSession = readSessions(auth, db);
  return async (request) => {
    const { authorization } = request.headers;
    // Whoever says who they are in one way is not asked in another: a cookie beside a wrong token counts for nothing.
    if (isBearer(authorization)) return byToken(db, clock, authorization, isDemonstration);
    if (request.headers.cookie === undefined) return PUBLIC;
    const found = await readSession(request);
    if (found === null || (found.illustrative && !(await isDemonstration()))) return PUBLIC;
    return found.actor;
  };
}

/** How often the last use of a token is noted, in ms: each request would be a write. */
const NOTE_EVERY = 60_000;

async function byToken(
  db: Db,
  clock: Clock,
  authorization: string,
  isDemonstration: () => Promise<boolean>,
): Promise<Actor> {
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "";
  const now = await clock.now(db);
  const found = await db
    .selectFrom("accessToken")
    .innerJoin("person", "person.id", "accessToken.person")
    .select(["accessToken.id", "person", "lastUsedAt", "illustrative"])
    .where("token", "=", sha256Of(token))
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  if (found === undefined || (found.illustrative && !(await isDemonstration()))) throw notGood();
  const actor = await findActor(db, found.person, "token");
  if (actor === null) throw notGood();
  if (found.lastUsedAt === null || now.getTime() - found.lastUsedAt.getTime() > NOTE_EVERY) {
    await db
      .updateTable("accessToken")
      .set({ lastUsedAt: now })
      .where("id", "=", found.id)
      .execute()
      // Where the store is full, one can still read.
      .catch(() => undefined);
  }
  return actor;
}

/** The same whatever the reason: a guess learns nothing. */
function notGood(): ApiProblem {
  return new ApiProblem("sign-in-needed", "The access token is not valid: it was revoked, is too old, or was cut off.");
}
