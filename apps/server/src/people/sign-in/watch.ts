import { APIError } from "better-auth/api";
import type { FastifyBaseLogger } from "fastify";
import type { AuthCall } from "./auth-call.ts";

/**
 * Notes who signed in and what was refused, for whoever watches over the installation. A person is named by their
 * identifier; an address that was tried is not named at all, for people type passwords into the wrong field.
 */
export function watch(log: Pick<FastifyBaseLogger, "info" | "warn">, { path, context }: AuthCall): void {
  const { returned, session } = context;
  if (returned instanceof APIError && returned.status !== "FOUND") {
    log.warn({ path, status: returned.statusCode, person: session?.user.id }, "Refused in sign-in.");
  } else if (hasSignedIn({ path, context })) {
    log.info({ path, person: context.newSession?.user.id }, "Signed in.");
  } else if (path === "/sign-out") {
    log.info({ path }, "Signed out.");
  }
}

/** Whether a call ended with somebody signed in. A right password alone does not, where a second factor is asked for. */
export function hasSignedIn({ path, context: { newSession } }: AuthCall): boolean {
  if (!newSession) return false;
  return !(path === "/sign-in/email" && "twoFactorEnabled" in newSession.user && newSession.user.twoFactorEnabled);
}
