import type { FastifyRequest } from "fastify";
import { sha256Of } from "../../platform/files/files.ts";
import type { Db } from "../../platform/tables.ts";
import { type ActorOfSession, findActorOfSession } from "../queries.ts";
import type { Auth } from "./auth.ts";
import { headersOf } from "./headers-of.ts";

/** How many cookies are remembered: those of ten conferences, in 2 MB. */
const REMEMBERED = 10_000;

/**
 * Reads who a request's session belongs to, with their rights of this moment; `null` for nobody. That a cookie is signed
 * by us Better Auth has to find out once, since a signature that is good stays good: what is remembered is the cookies,
 * by their hash, and the session that each names. Whether that session still is there, and who has it, the database is
 * asked every time.
 */
export function readSessions(auth: Auth, db: Db): (request: FastifyRequest) => Promise<ActorOfSession | null> {
  const tokens = new Map<string, string>();
  return async (request) => {
    const cookies = sha256Of(request.headers.cookie ?? "");
    const known = tokens.get(cookies);
    const found = known === undefined ? null : await findActorOfSession(db, known, new Date());
    if (found !== null) return found;
    // Never seen, or ended meanwhile: then Better Auth puts its own table in order.
    tokens.delete(cookies);
    const session = await auth.api.getSession({ headers: headersOf(request) });
    if (session === null) return null;
    const { token } = session.session;
    if (tokens.size >= REMEMBERED) tokens.delete(tokens.keys().next().value ?? "");
    tokens.set(cookies, token);
    return findActorOfSession(db, token, new Date());
  };
}
