import type { z } from "zod";
import { type AnswerOf, type InputOf, isFileShape, type Operation, WORD_FILE } from "./operation.ts";
import { type OperationId, type Operations, operations } from "./operations.ts";
import { readAnswer, readProblem } from "./read-response.ts";

/**
 * Calls an operation by its name. Rejects with an `ApiProblem` where the server answers with a problem, or with what is no
 * answer of ours; with what `fetch` rejects with where no answer comes: a `TypeError` if the server is not reached, a
 * `DOMException` named `TimeoutError` or as the signal says if the call is given up.
 */
export type Call = <Id extends OperationId>(
  id: Id,
  input: InputOf<Operations[Id]>,
  options?: CallOptions,
) => Promise<AnswerOf<Operations[Id]>>;

export interface CallOptions {
  /** Gives the call up. */
  readonly signal?: AbortSignal;
}

export interface ClientOptions {
  /** Where the server is: `"https://compendium.example"`; `""` for the server that the page came from. */
  readonly origin: string;
  /** A personal access token; without one, the cookies of the browser tell who asks. */
  readonly token?: string;
  /** Milliseconds after which a call is given up, from its start to the end of its answer. Never, if left out. */
  readonly timeout?: number;
  readonly fetch?: typeof fetch;
}

/** A client of the API: `const call = createClient({ origin: "" }); await call("readText", { text });`. */
export function createClient({ origin, token, timeout, fetch: send = fetch }: ClientOptions): Call {
  return async (id, input, { signal } = {}) => {
    const operation: Operation = operations[id];
    const given = input as Readonly<Record<string, unknown>>;
    const headers = new Headers({ accept: "application/json" });
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    const body = bodyOf(operation, given.body, headers);
    const ends = [signal, timeout === undefined ? undefined : AbortSignal.timeout(timeout)].filter(
      (end) => end != null,
    );
    const response = await send(`${origin}${addressOf(operation, given)}`, {
      method: operation.method,
      headers,
      credentials: "same-origin",
      ...(ends.length === 0 ? {} : { signal: AbortSignal.any(ends) }),
      ...(body === null ? {} : { body }),
    });
    if (!response.ok) throw await readProblem(response);
    return (await readAnswer(operation, response)) as AnswerOf<Operations[typeof id]>;
  };
}

/** The path and query of a call: `"/api/v1/texts/7h2k/drafts?after=0"`. */
export function addressOf(operation: Operation, input: Readonly<Record<string, unknown>>): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const query = new URLSearchParams();
  for (const name of Object.keys((operation.query as z.ZodObject).shape)) {
    const value = input[name];
    if (value !== undefined) query.set(name, String(value));
  }
  return `/api/v1${path}${query.size === 0 ? "" : `?${query}`}`;
}

function bodyOf(operation: Operation, body: unknown, headers: Headers): BodyInit | null {
  if (operation.body === null) return null;
  if (isFileShape(operation.body)) {
    headers.set("content-type", operation.body.types[0] ?? WORD_FILE);
    return body as Uint8Array<ArrayBuffer>;
  }
  headers.set("content-type", "application/json");
  return JSON.stringify(body);
}
