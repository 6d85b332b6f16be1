import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import { isInvented } from "./invented.ts";

/**
 * Sign-in with one click as an illustrative person, in demonstration mode only. Everybody else answers like nobody.
 */
export function demonstration(isDemonstration: () => Promise<boolean>) {
  return {
    id: "demonstration",
    endpoints: {
      signInForDemonstration: createAuthEndpoint(
        "/demonstration/sign-in",
        { method: "POST", body: z.object({ person: z.string() }) },
        async (context) => {
          const { internalAdapter } = context.context;
          const person = (await isDemonstration()) ? await internalAdapter.findUserById(context.body.person) : null;
          if (person === null || !isInvented(person)) throw new APIError("NOT_FOUND");
          const session = await internalAdapter.createSession(person.id);
          await setSessionCookie(context, { session, user: person });
          return context.json({ signedIn: true });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
