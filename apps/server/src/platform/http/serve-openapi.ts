import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";

/** Serves the description of the API at `/api/v1/openapi.json`, to everybody: it tells what there is, not what is in it. */
export function serveOpenApi(app: FastifyInstance): void {
  const document = readFileSync(new URL(import.meta.resolve("@compendium/contract/openapi.json")), "utf8");
  app.get("/api/v1/openapi.json", (_, reply) => reply.type("application/json").send(document));
}
