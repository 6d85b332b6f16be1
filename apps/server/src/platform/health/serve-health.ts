import type { FastifyInstance } from "fastify";
import type { Readiness } from "./health.ts";

/**
 * Serves `/health`, which answers while the process does, and `/ready`, which says whether to send it requests: 503 where
 * not. Whoever restarts what hangs asks the first; whoever spreads requests asks the second.
 */
export function serveHealth(app: FastifyInstance, ready: () => Promise<Readiness>): void {
  const quiet = { logLevel: "silent", config: { operation: "health" } } as const;
  app.get("/health", quiet, async (_, reply) => reply.header("cache-control", "no-store").send({ status: "answers" }));
  app.get("/ready", quiet, async (_, reply) => {
    const readiness = await ready();
    return reply
      .code(readiness.ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send(readiness);
  });
}
