import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Call } from "@compendium/contract";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Route } from "../platform/http/route.ts";
import type { Identify } from "../platform/http/serve.ts";
import { callInProcess } from "./in-process.ts";
import { serveBuiltFiles } from "./serve-built-files.ts";

/** Where `vite build` puts the web client. */
const BUILT = join(import.meta.dirname, "../../../web/dist");

/** The web client's own renderer; its types are those of apps/web/src/entry-server.tsx, which no server may import. */
interface Renderer {
  readonly choicesOf: (cookies: string, asked: readonly string[]) => object;
  readonly render: (request: PageRequest) => Promise<Rendered>;
}

interface PageRequest {
  readonly url: string;
  readonly call: Call;
  /** Is told of what is no problem of the API but a fault of ours. */
  readonly report: (fault: unknown) => void;
}

type Rendered =
  | { readonly kind: "page"; readonly status: number; readonly html: string }
  | { readonly kind: "redirect"; readonly location: string };

/**
 * Serves the web client: its files, and every page rendered with what whoever asks may see. Without a build there are no
 * pages, and the API answers alone. What is built later is served by the next server.
 */
export async function servePages(
  app: FastifyInstance,
  routes: readonly Route[],
  identify: Identify,
  built: string = BUILT,
): Promise<void> {
  const entry = join(built, "server/entry-server.js");
  if (!existsSync(entry)) {
    app.log.warn(
      "The web client is not built: only the API answers. Build it with `npm run build --workspace apps/web`.",
    );
    return;
  }
  const { render, choicesOf } = (await import(pathToFileURL(entry).href)) as Renderer;
  serveBuiltFiles(app, join(built, "client"));
  app.get("/*", async (request, reply) => {
    const actor = await identify(request);
    const call = callInProcess(routes, actor, request.signal);
    const choices = choicesOf(request.headers.cookie ?? "", languagesOf(request));
    const report = (err: unknown) => request.log.error({ err }, "A page could not be shown.");
    const page = await render({ url: request.url, ...choices, call, report });
    reply.header("cache-control", "no-store").header("vary", "cookie, accept-language");
    if (page.kind === "redirect") return reply.redirect(page.location, 303);
    return reply.code(page.status).type("text/html; charset=utf-8").send(page.html);
  });
}

/** The languages of an Accept-Language header, the preferred one first. */
function languagesOf({ headers }: FastifyRequest): readonly string[] {
  const given = (headers["accept-language"] ?? "").split(",").map((each) => {
    const [tag = "", quality = "q=1"] = each.trim().split(";");
    return { tag, quality: Number(quality.trim().replace(/^q=/, "")) };
  });
  return given.toSorted((a, b) => b.quality - a.quality).map(({ tag }) => tag);
}
