import type { FastifyInstance } from "fastify";
import { ADDRESS_HEADER, type Auth } from "./auth.ts";
import { headersOf } from "./identify.ts";

/** Serves Better Auth's own endpoints under `/api/auth`; https://better-auth.com/docs documents them. */
export function serveAuth(app: FastifyInstance, auth: Auth, origin: string): void {
  app.route({
    method: ["GET", "POST"],
    url: "/api/auth/*",
    handler: async (request, reply) => {
      const headers = headersOf(request);
      headers.set(ADDRESS_HEADER, request.ip);
      const response = await auth.handler(
        new Request(`${origin}${request.url}`, {
          method: request.method,
          headers,
          ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        }),
      );
      reply.code(response.status).header("cache-control", "no-store");
      for (const [name, value] of response.headers) if (name !== "set-cookie") reply.header(name, value);
      const cookies = response.headers.getSetCookie();
      if (cookies.length > 0) reply.header("set-cookie", cookies);
      return reply.send(response.body === null ? null : await response.text());
    },
  });
}
