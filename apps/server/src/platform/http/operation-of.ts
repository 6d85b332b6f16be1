import type { FastifyRequest } from "fastify";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What the route does, for logs, measures and traces; an address can hold what nobody else may see. */
    readonly operation?: string;
  }
}

/** The operation of a request by its name; else the pattern of its route, and `"nothing"` where nothing is served. */
export function operationOf({ routeOptions }: Pick<FastifyRequest, "routeOptions">): string {
  return routeOptions?.config?.operation ?? routeOptions?.url ?? "nothing";
}
