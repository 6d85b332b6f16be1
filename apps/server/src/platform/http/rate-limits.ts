import rateLimit, { normalizeIP } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Limits } from "./limits.ts";
import type { Identify } from "./serve.ts";

/**
 * Holds every address to its share, before anything else is done for it. Each server counts for itself: of three, one gets
 * up to three times as much.
 */
export async function limitAddresses(app: FastifyInstance, { requestsOfAddress }: Limits): Promise<void> {
  await app.register(rateLimit, { max: requestsOfAddress, timeWindow: "1 minute" });
}

/** Holds every person to their share, with whatever session or token they come, and an address that is not signed in. */
export function limitEach(app: FastifyInstance, { requestsOfPerson }: Limits, identify: Identify): Identify {
  const keys = new WeakMap<FastifyRequest, string>();
  const count = app.createRateLimit({
    max: requestsOfPerson,
    timeWindow: "1 minute",
    keyGenerator: (request: FastifyRequest) => keys.get(request) ?? "",
  });
  return async (request) => {
    const actor = await identify(request);
    keys.set(request, actor.person === null ? `address ${normalizeIP(request.ip)}` : `person ${actor.person.id}`);
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw new TooManyRequests(counted.ttlInSeconds);
    return actor;
  };
}

/** Becomes the problem `too-many`, with the header that tells when to try again. */
export class TooManyRequests extends Error {
  readonly statusCode = 429;
  /** In seconds. */
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super(`Too many requests; ${retryAfter} s to go.`);
    this.retryAfter = retryAfter;
  }
}
