import type { FastifyRequest, FastifyServerOptions } from "fastify";
import type { Settings } from "../settings.ts";
import { operationOf } from "./operation-of.ts";

/**
 * What the log says of a request, an answer and an error: enough to find a fault, and nothing of a person. An address on
 * the web can hold the token of an invitation or what somebody searches for, so only the name of the operation is
 * written; headers hold cookies and tokens; a database tells in its errors the very values that it was given.
 */
export function logOptions({ logLevel }: Settings): NonNullable<FastifyServerOptions["logger"]> {
  if (logLevel === "silent") return false;
  return {
    level: logLevel,
    serializers: {
      req: (request: FastifyRequest) => ({ method: request.method, operation: operationOf(request) }),
      res: ({ statusCode }) => ({ statusCode: statusCode ?? 0 }),
      err: (error) => ({ ...errorWithoutValues(error) }),
    },
  };
}

interface WrittenError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
}

/** An error as the log may have it. */
export function errorWithoutValues(error: unknown): WrittenError {
  if (!(error instanceof Error)) return { type: typeof error, message: "", stack: "" };
  const { code } = error as { readonly code?: unknown };
  const isOurs = code === undefined;
  return {
    type: error.name,
    // With a code of the database, of the system or of a library, the code says what happened and the message with what.
    message: isOurs ? error.message : "",
    stack: framesOf(error),
    ...(typeof code === "string" ? { code } : {}),
  };
}

/** Where it happened: the lines of a stack that name a place. Those before repeat the message. */
function framesOf({ stack = "" }: Error): string {
  return stack
    .split("\n")
    .filter((line) => /^ {4}at /.test(line))
    .join("\n");
}
