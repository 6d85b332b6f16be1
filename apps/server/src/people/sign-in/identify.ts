import { ApiProblem } from "@compendium/contract";
import type { FastifyRequest } from "fastify";
import { type Actor, PUBLIC } from "../../platform/actor.ts";
import type { Clock } from "../../platform/clock.ts";
import { sha256Of } from "../../platform/files/files.ts";
import type { Identify } from "../../platform/http/serve.ts";
import type { Db } from "../../platform/tables.ts";
import { findActor } from "../queries.ts";
import type { Auth } from "./auth.ts";

/** Who sends a request: told by an access token, else by the session in a cookie, else nobody. */
export function identifyBy(auth: Auth, db: Db, clock: Clock): Identify {
  return async (request) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    if (token !== undefined) return byToken(db, clock, token);
    if (request.headers.cookie === undefined) return PUBLIC;
    const session = await auth.api.getSession({ headers: headersOf(request) });
    if (session === null) return PUBLIC;
    return (await findActor(db, session.user.id, "page")) ?? PUBLIC;
  };
}

/** How often the last use of a token is noted, in ms: each request would be a write. */
const NOTE_EVERY = 60_000;

async function byToken(db: Db, clock: Clock, token: string): Promise<Actor> {
  const now = await clock.now(db);
  const found = await db
    .selectFrom("accessToken")
    .select(["id", "person", "lastUsedAt"])
    .where("token", "=", sha256Of(token))
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  const actor = found === undefined ? null : await findActor(db, found.person, "token");
  if (found === undefined || actor === null) {
    throw new ApiProblem(
      "sign-in-needed",
      "The access token is not valid: it was revoked, is too old, or was cut off.",
    );
  }
  if (found.lastUsedAt === null || now.getTime() - found.lastUsedAt.getTime() > NOTE_EVERY) {
    await db.updateTable("accessToken").set({ lastUsedAt: now }).where("id", "=", found.id).execute();
  }
  return actor;
}

/** The headers of a request as the web platform has them. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) headers.append(name, each);
  }
  return headers;
}
