import { type FileContent, isFileShape, type Operation } from "./operation.ts";
import { ApiProblem, ProblemAnswer, type ProblemCode } from "./problems.ts";

/** What an operation answered. Throws an `ApiProblem` for what is no answer of ours, such as the page of a proxy. */
export async function readAnswer(operation: Operation, response: Response): Promise<unknown> {
  if (operation.answer === null) return null;
  if (isFileShape(operation.answer)) {
    return {
      bytes: new Uint8Array(await response.arrayBuffer()),
      name: fileNameOf(response.headers.get("content-disposition") ?? ""),
      type: response.headers.get("content-type") ?? "",
    } satisfies FileContent;
  }
  const json = await readJson(response);
  if (json === NO_JSON) {
    throw new ApiProblem("server-fault", "What answers there is not Compendium. Check the address of the server.");
  }
  const parsed = operation.answer.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = `${issue?.path.join(".")}: ${issue?.message}`;
  throw new ApiProblem(
    "server-fault",
    `The answer is not understood (${where}). The server may be of another version: update, or load the page again.`,
  );
}

/** The problem that an answer tells of. One without a problem inside comes from something on the way, such as a proxy. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const parsed = ProblemAnswer.safeParse(await readJson(response));
  if (!parsed.success) {
    const code = OF_PROXIES[response.status] ?? "server-fault";
    return new ApiProblem(code, `The answer was ${response.status} without an explanation. Try again later.`);
  }
  const { code, detail, fields, current } = parsed.data;
  return new ApiProblem(code, detail, { ...(fields === undefined ? {} : { fields }), current });
}

/** What a proxy in front of the server says by a status alone, and means as we do. */
const OF_PROXIES: Readonly<Record<number, ProblemCode>> = { 413: "too-large", 429: "too-many" };

/** No value of JSON. */
const NO_JSON = Symbol("no JSON");

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return NO_JSON;
  }
}

/** The name in `attachment; filename*=UTF-8''Guide%20draft.docx` or `attachment; filename="Guide.docx"` (RFC 6266). */
function fileNameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
  try {
    if (encoded !== undefined) return decodeURIComponent(encoded);
  } catch {
    // Badly encoded; there may be a plain name as well.
  }
  return /filename="([^"]*)"/i.exec(disposition)?.[1] ?? "";
}
