import { ApiProblem } from "@compendium/contract";
import type { FastifyInstance } from "fastify";
import type { Identify } from "../http/serve.ts";
import type { Live } from "./live.ts";

/** Between two signs of life, in ms: proxies end a connection on which nothing comes for a minute. */
const SIGN_OF_LIFE = 25_000;

/**
 * Serves `GET /api/v1/live`: server-sent events of what changes, for whoever may see it. `event: change` carries a
 * `LiveEvent`; `event: missed` says that changes may have been missed, and that everything shown must be read again.
 * Rights are those at the time of connecting: whoever's memberships change is told, and connects anew.
 */
export function serveLive(app: FastifyInstance, live: Live, identify: Identify): void {
  app.get("/api/v1/live", async (request, reply) => {
    const actor = await identify(request);
    if (actor.person === null) throw new ApiProblem("sign-in-needed", "Sign in first.");
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...reply.getHeaders(),
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      // Of nginx: do not wait for more before passing this on.
      "x-accel-buffering": "no",
    } as Record<string, string>);
    raw.write("retry: 2000\nevent: missed\ndata: {}\n\n");
    const stop = live.listen(actor, (event) => {
      raw.write(event === null ? "event: missed\ndata: {}\n\n" : `event: change\ndata: ${JSON.stringify(event)}\n\n`);
    });
    const alive = setInterval(() => raw.write(":\n\n"), SIGN_OF_LIFE);
    raw.on("close", () => {
      clearInterval(alive);
      stop();
    });
  });
}
