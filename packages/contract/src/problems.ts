import { z } from "zod";

/**
 * Everything that can go wrong, once. The code is the last part of the problem's `type` (RFC 9457), `help/` says
 * of each when it comes and what to do.
 */
export const PROBLEMS = {
  "not-valid": { status: 400, title: "The request is not valid" },
  "sign-in-needed": { status: 401, title: "You are not signed in" },
  "not-allowed": { status: 403, title: "You may see this, but not do that" },
  "not-same-site": { status: 403, title: "The request comes from another site" },
  "not-found": { status: 404, title: "There is nothing here that you may see" },
  "changed-meanwhile": { status: 409, title: "Somebody changed this meanwhile" },
  "not-now": { status: 409, title: "The present state does not allow this" },
  "already-exists": { status: 409, title: "There is one already" },
  "not-confirmed": { status: 409, title: "This has to be confirmed first" },
  "rival-wordings": { status: 409, title: "The delegation proposes two wordings for one passage" },
  "too-large": { status: 413, title: "The file is larger than the server takes" },
  "wrong-type": { status: 415, title: "The body is not of the type that is needed" },
  "file-not-read": { status: 422, title: "The file cannot be read" },
  "too-many": { status: 429, title: "Too many requests" },
  "locked-out": { status: 429, title: "Too many failed attempts to sign in" },
  "server-fault": { status: 500, title: "The server made a mistake" },
  "store-unavailable": { status: 503, title: "The database does not answer" },
  "store-full": { status: 507, title: "The disk is full" },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The body of every answer that is not a success, as `application/problem+json` (RFC 9457). */
export const ProblemAnswer = z
  .object({
    type: z.string().describe("`/problems/` and the code; the page there explains it"),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    status: z.int(),
    title: z.string(),
    detail: z.string().describe("What is wrong here, and what to do"),
    fields: z
      .record(z.string(), z.string())
      .optional()
      .describe("What is wrong with which field of the request, by its path"),
    current: z
      .unknown()
      .optional()
      .describe("With `changed-meanwhile`: the state now; with `not-confirmed`: what is to be confirmed"),
  })
  .meta({
    id: "Problem",
    examples: [
      {
        type: "/problems/not-found",
        code: "not-found",
        status: 404,
        title: PROBLEMS["not-found"].title,
        detail: "Check the address, or ask the secretariat whether you may see it.",
      },
    ],
  });

export type ProblemAnswer = z.output<typeof ProblemAnswer>;

/** Thrown by the client for an answer that is a problem, and by the server to answer with one. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly fields: Readonly<Record<string, string>> | undefined;
  readonly current: unknown;

  constructor(code: ProblemCode, detail: string, more: Pick<ProblemAnswer, "fields" | "current"> = {}) {
    super(`${PROBLEMS[code].title}. ${detail}`);
    this.name = "ApiProblem";
    this.code = code;
    this.detail = detail;
    this.fields = more.fields;
    this.current = more.current;
  }
}
