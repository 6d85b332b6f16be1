import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from "zod-openapi";
import type { Operation } from "../operation.ts";
import { PROBLEMS, ProblemAnswer, type ProblemCode } from "../problems.ts";
import { problemsOf } from "../problems-of.ts";

/** The answers of an operation that are problems: one for each status, each a reference to one of `sharedResponses`. */
export function problemResponses(operation: Operation): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    byStatus(operation).map(([status, codes]) => [status, { $ref: `#/components/responses/${nameOf(codes)}` }]),
  );
}

/** The same few responses come back in most operations, so each is written down once, by its name. */
export function sharedResponses(operations: readonly Operation[]): Readonly<Record<string, ZodOpenApiResponseObject>> {
  const sets = operations.flatMap((operation) => byStatus(operation).map(([, codes]) => codes));
  return Object.fromEntries(sets.map((codes) => [nameOf(codes), responseOf(codes)]));
}

/** OpenAPI describes answers by their status, and one status can come with several codes. */
function byStatus(operation: Operation): readonly (readonly [string, readonly ProblemCode[]])[] {
  return Object.entries(Object.groupBy(problemsOf(operation), (code) => PROBLEMS[code].status)).map(
    ([status, codes = []]) => [status, codes] as const,
  );
}

function nameOf(codes: readonly ProblemCode[]): string {
  return codes.join("-or-");
}

function responseOf(codes: readonly ProblemCode[]): ZodOpenApiResponseObject {
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(" "),
    content: {
      "application/problem+json": {
        schema: ProblemAnswer,
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}

/** An example of each problem, by its code. */
export function problemExamples(): Readonly<Record<string, { readonly summary: string; readonly value: unknown }>> {
  return Object.fromEntries(
    (Object.keys(PROBLEMS) as ProblemCode[]).map((code) => {
      const { status, title } = PROBLEMS[code];
      const value: ProblemAnswer = { type: `/problems/${code}`, code, status, title, ...EXAMPLES[code] };
      return [code, { summary: title, value }];
    }),
  );
}

/** As the server words them. */
const EXAMPLES: Readonly<Record<ProblemCode, Pick<ProblemAnswer, "detail" | "fields" | "current">>> = {
  "not-valid": { detail: "title: Too small: expected string to have >=1 characters", fields: { title: "Too small" } },
  "sign-in-needed": { detail: "Sign in first." },
  "not-allowed": { detail: "To release a compilation takes another role than yours." },
  "not-same-site": { detail: "Open the site itself and do it there." },
  "not-found": { detail: "Check the address, or ask the secretariat whether you may see it." },
  "changed-meanwhile": {
    detail: "Somebody changed this since you read it. Look at it again, then make your change anew.",
    current: { title: "Second round of comments", version: 2 },
  },
  "not-now": { detail: "A compilation is released after the deadline: until then submissions can change." },
  "already-exists": { detail: "XAA is a delegation of this workspace already." },
  "not-confirmed": {
    detail:
      "Submission 1 of Brindovar stands: submitted on the web by Tomas Ferrin, received 2 March 2026 at 10:31 (Europe/Vienna).",
    fields: { replaces: "Say h9d4k7s2t0z5x8cg to replace it." },
    current: { replaces: "h9d4k7s2t0z5x8cg", namedFor: [] },
  },
  "rival-wordings": { detail: "Choose one wording for each passage, by changing or removing the others." },
  "too-large": { detail: "Make it smaller, for instance by compressing its images in Word." },
  "wrong-type": { detail: "Send a .docx file, or JSON." },
  "file-not-read": { detail: "This is a Word 97-2003 document. Save it as .docx in Word, and send that." },
  "too-many": { detail: "Wait a minute, then try again." },
  "locked-out": { detail: "Wait 15 minutes, or set a new password." },
  "server-fault": { detail: "It was noted. Nothing was changed. Try again, or tell the operator." },
  "store-unavailable": { detail: "Nothing was changed. Try again in a moment." },
  "store-full": { detail: "Nothing was changed. Tell the operator to make room, then try again." },
};
