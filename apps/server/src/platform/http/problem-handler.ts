import { ApiProblem, PROBLEMS } from "@compendium/contract";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { bodyOf, problemOf } from "./problem-reply.ts";
import { TooManyRequests } from "./rate-limits.ts";

/** Answers everything that goes wrong as `application/problem+json` (RFC 9457), and notes what nobody foresaw. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    const { status } = PROBLEMS[problem.code];
    if (error instanceof TooManyRequests) reply.header("retry-after", error.retryAfter);
    if (status >= 500) request.log.error({ err: error }, "A request failed.");
    return reply
      .code(status)
      .header("cache-control", "no-store")
      .type("application/problem+json")
      .send(bodyOf(problem));
  });
  // Addresses that lead nowhere count as well: they are what somebody asks for who looks for a way in.
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (_, reply) => {
    const problem = new ApiProblem("not-found", "Check the address, or ask the secretariat whether you may see it.");
    return reply.code(404).header("cache-control", "no-store").type("application/problem+json").send(bodyOf(problem));
  });
  // What is under /api is never a page, so it is not answered like one that is missing.
  app.get("/api/*", (_, reply) => reply.callNotFound());
}

/**
 * Answers an address that is none, such as `/%zz`, before any hook runs: so it brings its own headers. The address is not
 * repeated.
 */
export function answerFrameworkError(_: FastifyError, __: FastifyRequest, reply: FastifyReply): void {
  const problem = new ApiProblem("not-valid", "The address cannot be read.");
  reply
    .code(400)
    .headers({ "cache-control": "no-store", "content-security-policy": "default-src 'none'" })
    .headers({ "x-content-type-options": "nosniff" })
    .type("application/problem+json")
    .send(bodyOf(problem));
}
