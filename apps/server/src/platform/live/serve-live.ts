import { ApiProblem } from "@compendium/contract";
import type { FastifyInstance } from "fastify";
import type { Identify } from "../http/serve.ts";
import type { Listener, Live } from "./live.ts";

/** Between two signs of life, in ms: proxies end a connection on which nothing comes for a minute. */
const SIGN_OF_LIFE = 25_000;

/** How long one connection lasts at most, in ms. */
const LONGEST = 10 * 60_000;

/**
 * Serves `GET /api/v1/live`: server-sent events of what changes, for whoever may see it. `event: change` carries a
 * `LiveEvent`; `event: missed` says that changes may have been missed, and that everything shown must be read again.
 * Whoever loses the right to something is told nothing more of it, and whoever is signed out nothing at all.
 */
export function serveLive(app: FastifyInstance, live: Live, identify: Identify): void {
  // A server that stops waits for what it is answering, and this would never end. The browser finds another.
  app.addHook("preClose", () => live.close());
  app.get("/api/v1/live", { config: { operation: "live" } }, async (request, reply) => {
    const actor = await identify(request);
    if (actor.person === null) throw new ApiProblem("sign-in-needed", "Sign in first.");
    reply.hijack();
    const { raw } = reply;
    // Gone while it was asked who they are: nothing would tell of it any more.
    if (raw.destroyed) return;
    raw.writeHead(200, {
      ...reply.getHeaders(),
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      // Nothing else comes on it afterwards; kept alive, it would hold up a server that stops.
      connection: "close",
      // Of nginx: do not wait for more before passing this on.
      "x-accel-buffering": "no",
    } as Record<string, string>);
    raw.write("retry: 2000\n");
    const { since } = request.query as { readonly since?: unknown };
    const readAt = typeof since === "string" ? new Date(since) : null;
    const listener: Listener = {
      identify: async () => {
        const now = await identify(request).catch(() => null);
        return now?.person === null ? null : now;
      },
      hear: (event) => {
        raw.write(event === null ? "event: missed\ndata: {}\n\n" : `event: change\ndata: ${JSON.stringify(event)}\n\n`);
      },
      end: () => end(),
    };
    const stop = live.listen(actor, listener, Number.isNaN(readAt?.getTime()) ? null : readAt);
    const alive = setInterval(() => raw.write(":\n\n"), SIGN_OF_LIFE);
    const letGo = (): void => {
      clearInterval(alive);
      clearTimeout(ends);
      stop();
    };
    const end = (): void => {
      // At once, and not when the connection closes: whoever does not read keeps it open, and then this would be written to.
      letGo();
      raw.end();
    };
    // Sessions end too, and nothing tells of it: the browser connects anew, if it still may.
    const ends = setTimeout(end, LONGEST);
    raw.on("close", letGo);
  });
}
