import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sha256Of } from "../platform/files/files.ts";

interface BuiltFile {
  readonly bytes: Buffer;
  readonly type: string;
  /** Its hash in quotes, as in the header `ETag`. */
  readonly tag: string;
}

/**
 * Serves what the pages load: all that `vite build` wrote into `client`, 3 MB. It is read once and kept, for the pages of a
 * server that runs name these files, and the next build takes them away. @fastify/static reads them anew for each request.
 */
export function serveBuiltFiles(app: FastifyInstance, client: string): void {
  const icon = readBuilt(join(client, "icon.svg"));
  const assets = new Map(
    readdirSync(join(client, "assets")).map((name) => [name, readBuilt(join(client, "assets", name))]),
  );
  // Its name stays when it changes: a browser asks whether it has.
  app.get("/icon.svg", (request, reply) => send(icon, request, reply.header("cache-control", "no-cache")));
  app.get<{ Params: { "*": string } }>("/assets/*", (request, reply) => {
    const asset = assets.get(request.params["*"]);
    // Their names hold their hash: a browser may keep them for ever.
    return asset === undefined
      ? reply.callNotFound()
      : send(asset, request, reply.header("cache-control", "public, max-age=31536000, immutable"));
  });
}

/** Whatever kind of file the build makes. */
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".js": "application/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

function readBuilt(path: string): BuiltFile {
  const type = TYPES[extname(path)];
  if (type === undefined) throw new Error(`Nobody has said of what type ${path} is.`);
  const bytes = readFileSync(path);
  return { bytes, type, tag: `"${sha256Of(bytes)}"` };
}

function send({ bytes, type, tag }: BuiltFile, { headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  // Weak, because compressing keeps it.
  reply.header("etag", `W/${tag}`);
  if (headers["if-none-match"]?.includes(tag)) return reply.code(304).send();
  return reply.type(type).send(bytes);
}
