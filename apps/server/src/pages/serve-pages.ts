import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Call } from "@compendium/contract";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Route } from "../platform/http/route.ts";
import type { Identify } from "../platform/http/serve.ts";
import { callInProcess } from "./in-process.ts";

/** What `vite build` makes of the web client. */
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
 * pages, and the API answers alone.
 */
export async function servePages(app: FastifyInstance, routes: readonly Route[], identify: Identify): Promise<void> {
  const entry = join(BUILT, "server/entry-server.js");
  if (!existsSync(entry)) {
    app.log.warn(
      "The web client is not built: only the API answers. Build it with `npm run build --workspace apps/web`.",
    );
    return;
  }
  const { render, choicesOf } = (await import(pathToFileURL(entry).href)) as Renderer;
  // The names of these files hold their hash: a browser may keep them for ever.
  await app.register(fastifyStatic, {
    root: join(BUILT, "client/assets"),
    prefix: "/assets/",
    immutable: true,
    maxAge: "365d",
  });
  app.get("/icon.svg", (_, reply) => reply.sendFile("icon.svg", join(BUILT, "client")));
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
