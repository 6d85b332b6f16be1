import { ApiProblem } from "@compendium/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ADDRESS_HEADER, type Auth } from "./auth.ts";
import { headersOf } from "./headers-of.ts";
import { INVENTED, inventedRefusal } from "./invented.ts";

/**
 * The endpoints of Better Auth that are served, under `/api/auth`; https://better-auth.com/docs documents them. It has
 * more, for signing up, for deleting accounts, for renaming oneself: those do not exist here.
 */
const SERVED: Readonly<Record<string, "GET" | "POST">> = {
  "sign-in/email": "POST",
  "sign-in/social": "POST",
  "callback/oidc": "GET",
  "sign-out": "POST",
  "get-session": "GET",
  "list-sessions": "GET",
  "revoke-session": "POST",
  "revoke-sessions": "POST",
  "revoke-other-sessions": "POST",
  "change-password": "POST",
  "request-password-reset": "POST",
  "reset-password": "POST",
  "two-factor/enable": "POST",
  "two-factor/disable": "POST",
  "two-factor/verify-totp": "POST",
  "two-factor/verify-backup-code": "POST",
  "two-factor/generate-backup-codes": "POST",
  "passkey/generate-register-options": "GET",
  "passkey/verify-registration": "POST",
  "passkey/generate-authenticate-options": "GET",
  "passkey/verify-authentication": "POST",
  "passkey/list-user-passkeys": "GET",
  "passkey/update-passkey": "POST",
  "passkey/delete-passkey": "POST",
};

export function serveAuth(app: FastifyInstance, auth: Auth, origin: string): void {
  app.route<{ Params: { "*": string } }>({
    method: ["GET", "POST"],
    url: "/api/auth/*",
    handler: async (request, reply) => {
      if (SERVED[request.params["*"]] !== request.method) {
        throw new ApiProblem("not-found", "Check the address: sign-in has no such endpoint here.");
      }
      const response = await auth.handler(asked(request, origin));
      reply.header("cache-control", "no-store");
      for (const [name, value] of response.headers) if (name !== "set-cookie") reply.header(name, value);
      const cookies = response.headers.getSetCookie();
      if (cookies.length > 0) reply.header("set-cookie", cookies);
      // What was read while signed in must not be there for the next at this machine.
      if (request.params["*"] === "sign-out") reply.header("clear-site-data", '"cache"');
      const answer = response.body === null ? null : await response.text();
      if (response.status === 429) throw tooMany(response, answer, reply);
      if (response.status === 403 && codeIn(answer) === INVENTED) throw inventedRefusal();
      if (response.status >= 500) throw new ApiProblem("server-fault", "It was noted. Nothing was changed. Try again.");
      return reply.code(response.status).send(answer);
    },
  });
}

function asked(request: FastifyRequest, origin: string): Request {
  const headers = headersOf(request);
  headers.set(ADDRESS_HEADER, request.ip);
  return new Request(`${origin}${request.url}`, {
    method: request.method,
    headers,
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
}

/** Of a lock-out, one may be told; the header says for how long. */
function tooMany(response: Response, answer: string | null, reply: FastifyReply): ApiProblem {
  const code = codeIn(answer);
  const seconds = response.headers.get("x-retry-after");
  if (seconds !== null) reply.removeHeader("x-retry-after").header("retry-after", seconds);
  return code === "LOCKED_OUT" || code === "ACCOUNT_TEMPORARILY_LOCKED"
    ? new ApiProblem(
        "locked-out",
        "Wait a quarter of an hour. Until then a passkey, another issuer or a new password by mail lets you in.",
      )
    : new ApiProblem("too-many", "Wait a minute, then try again.");
}

/** By which code Better Auth refuses; `undefined` where it gives none. */
function codeIn(answer: string | null): string | undefined {
  return answer === null ? undefined : (JSON.parse(answer) as { readonly code?: string } | null)?.code;
}
