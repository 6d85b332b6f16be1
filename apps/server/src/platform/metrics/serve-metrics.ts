import { timingSafeEqual } from "node:crypto";
import { ApiProblem } from "@compendium/contract";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sha256Of } from "../files/files.ts";
import { operationOf } from "../http/operation-of.ts";
import type { Metrics } from "./metrics.ts";

/**
 * Measures every request, and serves `/metrics` to whoever asks from this machine, or has the token. To others there is
 * nothing there.
 */
export function serveMetrics(app: FastifyInstance, metrics: Metrics, token: string | null): void {
  app.addHook("onResponse", async (request, reply) => {
    metrics.observe(operationOf(request), reply.statusCode, reply.elapsedTime / 1000);
  });
  app.get("/metrics", { logLevel: "silent", config: { operation: "metrics" } }, async (request, reply) => {
    if (!mayRead(request, token)) {
      throw new ApiProblem("not-found", "Check the address, or ask the secretariat whether you may see it.");
    }
    const { text, type } = await metrics.read();
    return reply.header("content-type", type).header("cache-control", "no-store").send(text);
  });
}

function mayRead({ headers, socket }: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1];
  if (given !== undefined) return token !== null && isSame(given, token);
  // The socket's own end, and nothing forwarded: behind a proxy on this machine, everybody would be at this machine.
  const isForwarded = ["x-forwarded-for", "forwarded", "x-real-ip", "via"].some((name) => headers[name] !== undefined);
  return !isForwarded && LOOPBACK.test(socket.remoteAddress ?? "");
}

const LOOPBACK = /^(::ffff:)?127\.|^::1$/;

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256Of(a)), Buffer.from(sha256Of(b)));
}
