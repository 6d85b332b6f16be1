/**
 * The floor: a bare Fastify that does what nobody can do without, and nothing else. For an address that it was told, it
 * asks for the rows by bare queries through the driver that the product has, and sends the bytes that the product sent.
 * What is notified in the database it writes to all who listen. `node floor-process.ts <port> <database> <folder>`
 */
import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import Fastify from "fastify";
import pg from "pg";
import { ENTRIES, FLOOR_CHANNEL, type FloorEntry } from "./floor.ts";

const [port = "", databaseUrl = "", folder = ""] = process.argv.slice(2);
const entries = JSON.parse(readFileSync(join(folder, ENTRIES), "utf8")) as readonly FloorEntry[];
const answers = new Map(
  entries.map(({ path, file, ...rest }) => [path, { ...rest, body: readFileSync(join(folder, file)) }]),
);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
pool.on("error", () => process.exit(1));
const app = Fastify();

app.get("/*", async (request, reply) => {
  const answer = answers.get(request.url);
  if (answer === undefined) return reply.code(404).send();
  await Promise.all(answer.queries.map(({ text, values }) => pool.query(text, [...values])));
  return reply.headers(answer.headers).send(answer.body);
});

const listeners = new Set<ServerResponse>();
app.get("/live", (_, reply) => {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { "content-type": "text/event-stream" });
  raw.write("event: missed\ndata: {}\n\n");
  listeners.add(raw);
  raw.on("close", () => listeners.delete(raw));
});
app.post("/act", async (request, reply) => {
  await pool.query("select pg_notify($1, $2)", [FLOOR_CHANNEL, JSON.stringify(request.body)]);
  return reply.code(204).send();
});

const client = new pg.Client({ connectionString: databaseUrl });
client.on("error", () => process.exit(1));
client.on("notification", ({ payload }) => {
  for (const listener of listeners) listener.write(`event: change\ndata: ${payload}\n\n`);
});
await client.connect();
await client.query(`listen ${FLOOR_CHANNEL}`);
await app.listen({ host: "127.0.0.1", port: Number(port) });
console.log("ready");
process.once("SIGTERM", () => process.exit(0));
