import { z } from "zod";
import type { FileShape, Operation } from "./operation.ts";
import type { ProblemCode } from "./problems.ts";

const NONE = z.object({});

interface Given<Path, Query, Body, Answer> {
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: Path;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
  readonly problems?: readonly ProblemCode[];
}

type Shape = z.ZodType | FileShape | null;

/** Describes an operation: `operation("GET", "/texts/{text}", { summary, parameters: z.object({ text: Id }), answer })`. */
export function operation<
  Answer extends Shape,
  Path extends z.ZodObject = typeof NONE,
  Query extends z.ZodObject = typeof NONE,
  Body extends Shape = null,
>(
  method: Operation["method"],
  path: string,
  given: Given<Path, Query, Body, Answer>,
): Operation<Path, Query, Body, Answer> {
  return {
    method,
    path,
    summary: given.summary,
    description: given.description ?? "",
    parameters: given.parameters ?? (NONE as unknown as Path),
    query: given.query ?? (NONE as unknown as Query),
    body: given.body ?? (null as Body),
    answer: given.answer,
    problems: given.problems ?? [],
  };
}
