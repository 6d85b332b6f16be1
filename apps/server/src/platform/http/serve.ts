import {
  ApiProblem,
  type FileContent,
  isFileShape,
  type Operation,
  type OperationId,
  operations,
  WORD_FILE,
} from "@compendium/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Actor, PUBLIC } from "../actor.ts";
import { inSpan } from "../traces/span.ts";
import { checkedInput } from "./input.ts";
import { checkRoutes, nothingHere, type Route } from "./route.ts";
import { Written } from "./written.ts";

/** Finds out who sends a request. */
export type Identify = (request: FastifyRequest) => Promise<Actor>;

/**
 * Serves every operation of the contract under `/api/v1`. Throws where one has no route: then nothing is served. Files
 * are taken up to `largestFile` bytes, other bodies up to the limit of the server.
 */
export function serveOperations(
  app: FastifyInstance,
  routes: readonly Route[],
  identify: Identify,
  largestFile: number,
): void {
  checkRoutes(routes);
  const actors = new WeakMap<FastifyRequest, Actor>();
  app.addContentTypeParser([WORD_FILE, "application/octet-stream"], { parseAs: "buffer" }, (_, body, done) =>
    done(null, body),
  );
  for (const route of routes) {
    const operation: Operation = operations[route.id];
    app.route({
      method: operation.method,
      url: `/api/v1${operation.path.replace(/\{(\w+)\}/g, ":$1")}`,
      config: { operation: route.id },
      ...(takesFile(operation) ? { bodyLimit: largestFile } : {}),
      // Before the body is read: 50 MB of somebody who may send none would be 50 MB of memory.
      preParsing: async (request, _, payload) => {
        const actor = await identify(request);
        actors.set(request, actor);
        if (takesFile(operation)) checkFileHeaders(operation, actor, request);
        return payload;
      },
      handler: async (request, reply) => {
        const actor = actors.get(request) ?? PUBLIC;
        const input = inputOf(route.id, request);
        const asked = {
          actor,
          setHeader: (name: string, value: string | readonly string[]) => void reply.header(name, value),
          signal: request.signal,
          address: request.ip,
        };
        const answer = await inSpan(route.id, () => route.answer(input, asked)).catch((error: unknown) => {
          noteRefusal(route.id, actor, request, error);
          throw error;
        });
        return send(operation, answer, reply);
      },
    });
  }
}

/** Who was refused what, for whoever watches over the installation: somebody who looks around is refused again and again. */
function noteRefusal(operation: OperationId, { person, via }: Actor, { log }: FastifyRequest, error: unknown): void {
  if (!(error instanceof ApiProblem) || !["not-allowed", "not-found"].includes(error.code)) return;
  log.warn({ operation, person: person?.id, via, code: error.code }, "Refused.");
}

function takesFile({ body }: Operation): boolean {
  return body !== null && isFileShape(body);
}

function checkFileHeaders({ body }: Operation, actor: Actor, request: FastifyRequest): void {
  if (actor.person === null) throw nothingHere(actor);
  const types = body !== null && isFileShape(body) ? body.types : [];
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim() ?? "";
  if (!types.includes(type)) throw new ApiProblem("wrong-type", `Send the file itself, as ${types.join(" or ")}.`);
}

function inputOf(id: OperationId, request: FastifyRequest): unknown {
  const { params, query } = request as { readonly params: object; readonly query: object };
  const given = request.body instanceof Uint8Array ? new Uint8Array(request.body) : request.body;
  return checkedInput(id, { ...query, ...params, body: given });
}

function send(operation: Operation, answer: unknown, reply: FastifyReply): FastifyReply {
  // What one person may see must not be kept for the next, on the way or in the browser.
  if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  if (operation.answer === null) return reply.code(204).send();
  if (answer instanceof Written) return reply.type("application/json; charset=utf-8").send(answer.json);
  if (!isFileShape(operation.answer)) return reply.send(answer);
  const { bytes, name, type } = answer as FileContent;
  return reply
    .header("content-type", type)
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(bytes);
}
