import type { FastifyRequest } from "fastify";
import { sha256Of } from "../../platform/files/files.ts";
import type { Db } from "../../platform/tables.ts";
import { type ActorOfSession, findActorOfSession } from "../queries.ts";
import type { Auth } from "./auth.ts";
import { headersOf } from "./headers-of.ts";
import { endOfSession } from "./session-limits.ts";

/** How many cookies are remembered: those of ten conferences, in 2 MB. */
const REMEMBERED = 10_000;

/** How much later a session must end for that to be written down, in ms: each use would be a write. */
const PROLONGED_BY = 10 * 60_000;

/**
 * Reads who a request's session belongs to, with their rights of this moment; `null` for nobody. That a cookie is signed
 * by us Better Auth has to find out once, since a signature that is good stays good: what is remembered is the cookies,
 * by their hash, and the session that each names. Whether that session still is there, and who has it, the database is
 * asked every time. So whoever ends a session ends it on every server at once.
 */
export function readSessions(auth: Auth, db: Db): (request: FastifyRequest) => Promise<ActorOfSession | null> {
  const tokens = new Map<string, string>();

  const find = async (request: FastifyRequest, now: Date): Promise<ActorOfSession | null> => {
    const cookies = sha256Of(request.headers.cookie ?? "");
    const known = tokens.get(cookies);
    const found = known === undefined ? null : await findActorOfSession(db, known, now);
    if (found !== null) return found;
    // Never seen, or ended meanwhile: then Better Auth puts its own table in order.
    tokens.delete(cookies);
    const session = await auth.api.getSession({ headers: headersOf(request) });
    if (session === null) return null;
    const { token } = session.session;
    if (tokens.size >= REMEMBERED) tokens.delete(tokens.keys().next().value ?? "");
    tokens.set(cookies, token);
    return findActorOfSession(db, token, now);
  };

  return async (request) => {
    const now = new Date();
    const found = await find(request, now);
    if (found !== null && isUse(request)) await prolong(db, found.session, now);
    return found;
  };
}

/** Opening a page and changing something. What an open page reads by itself, hour after hour, is nobody's doing. */
function isUse({ method, headers }: FastifyRequest): boolean {
  return (method !== "GET" && method !== "HEAD") || (headers.accept ?? "").includes("text/html");
}

async function prolong(db: Db, { token, since, endsAt }: ActorOfSession["session"], now: Date): Promise<void> {
  const expiresAt = endOfSession(since, now);
  if (expiresAt.getTime() - endsAt.getTime() < PROLONGED_BY) return;
  await db
    .updateTable("session")
    .set({ expiresAt })
    .where("token", "=", token)
    // One that is ended at this moment stays so.
    .where("expiresAt", ">", now)
    .execute()
    // Where the store is full, one can still read.
    .catch(() => undefined);
}
