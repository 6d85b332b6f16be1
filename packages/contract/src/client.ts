import type { z } from "zod";
import { type AnswerOf, type FileContent, type InputOf, isFileShape, type Operation, WORD_FILE } from "./operation.ts";
import { type OperationId, type Operations, operations } from "./operations.ts";
import { ApiProblem, ProblemAnswer } from "./problems.ts";

/** Calls an operation by its name. Rejects with an `ApiProblem` where the server answers with a problem. */
export type Call = <Id extends OperationId>(
  id: Id,
  input: InputOf<Operations[Id]>,
) => Promise<AnswerOf<Operations[Id]>>;

export interface ClientOptions {
  /** Where the server is: `"https://compendium.example"`; `""` for the server that the page came from. */
  readonly origin: string;
  /** A personal access token; without one, the cookies of the browser tell who asks. */
  readonly token?: string;
  readonly fetch?: typeof fetch;
}

/** A client of the API: `const call = createClient({ origin: "" }); await call("readText", { text });`. */
export function createClient({ origin, token, fetch: send = fetch }: ClientOptions): Call {
  return async (id, input) => {
    const operation: Operation = operations[id];
    const given = input as Readonly<Record<string, unknown>>;
    const headers = new Headers({ accept: "application/json" });
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    const body = bodyOf(operation, given.body, headers);
    const response = await send(`${origin}${addressOf(operation, given)}`, {
      method: operation.method,
      headers,
      credentials: "same-origin",
      ...(body === null ? {} : { body }),
    });
    if (!response.ok) throw await problemOf(response);
    return (await answerOf(operation, response)) as AnswerOf<Operations[typeof id]>;
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

async function answerOf(operation: Operation, response: Response): Promise<unknown> {
  if (operation.answer === null) return null;
  if (!isFileShape(operation.answer)) return operation.answer.parse(await response.json());
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    name: fileNameOf(response.headers.get("content-disposition") ?? ""),
    type: response.headers.get("content-type") ?? "",
  } satisfies FileContent;
}

/** The name in `attachment; filename*=UTF-8''Guide%20draft.docx` (RFC 6266). */
function fileNameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return encoded === undefined ? "" : decodeURIComponent(encoded);
}

/** An answer without a problem inside comes from something on the way, such as a proxy. */
async function problemOf(response: Response): Promise<ApiProblem> {
  const parsed = ProblemAnswer.safeParse(await response.json().catch(() => null));
  if (!parsed.success) {
    return new ApiProblem("server-fault", `The answer was ${response.status} without an explanation. Try again later.`);
  }
  const { code, detail, fields, current } = parsed.data;
  return new ApiProblem(code, detail, { ...(fields === undefined ? {} : { fields }), current });
}
