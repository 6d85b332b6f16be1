import type { Operation } from "./operation.ts";
import { PROBLEMS, type ProblemCode } from "./problems.ts";

/**
 * Every problem that an operation can answer with, by rising status: those that come with every operation, those that come
 * with every change or body, and its own.
 */
export function problemsOf({ method, body, problems }: Operation): readonly ProblemCode[] {
  const all = new Set<ProblemCode>([
    ...WITH_EVERY_OPERATION,
    ...(method === "GET" ? [] : WITH_EVERY_CHANGE),
    ...(body === null ? [] : WITH_EVERY_BODY),
    ...problems,
  ]);
  return [...all].sort((a, b) => PROBLEMS[a].status - PROBLEMS[b].status || a.localeCompare(b, "en"));
}

const WITH_EVERY_OPERATION: readonly ProblemCode[] = [
  "not-valid",
  "sign-in-needed",
  "not-found",
  "too-many",
  "server-fault",
  "store-unavailable",
];

const WITH_EVERY_CHANGE: readonly ProblemCode[] = ["not-allowed", "not-same-site", "store-full"];

const WITH_EVERY_BODY: readonly ProblemCode[] = ["too-large", "wrong-type"];
