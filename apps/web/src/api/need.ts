import type { Call, OperationId } from "@compendium/contract";
import type { QueryClient } from "@tanstack/react-query";
import type { Answer, Input } from "./input.ts";

/** One thing that a page reads before it is shown first: `["readText", { text }]`. */
export type Need = { readonly [Id in OperationId]: readonly [id: Id, input: Input<Id>] }[OperationId];

/** How long an answer counts as fresh, in milliseconds: what the server has just sent is not asked for again. */
const FRESH = 15_000;

/** Answers that never change, or that are gone once they were of use. */
const LASTING: ReadonlySet<OperationId> = new Set<OperationId>([
  "readDraftContent",
  "readCompilationPart",
  "readInvitation",
  "readRoomFileChanges",
]);

/** Whether what an operation answers stays as it is. */
export function isLasting(id: OperationId): boolean {
  return LASTING.has(id);
}

export function queryKeyOf<Id extends OperationId>(id: Id, input: Input<Id>) {
  return [id, input] as const;
}

/** The query behind an operation, for the cache that pages read from. */
export function queryOf<Id extends OperationId>(call: Call, id: Id, input: Input<Id>) {
  return {
    queryKey: queryKeyOf(id, input),
    queryFn: (): Promise<Answer<Id>> => call(id, input),
    staleTime: isLasting(id) ? Number.POSITIVE_INFINITY : FRESH,
  };
}

/**
 * Fetches what a page needs, all at once. Rejects with the `ApiProblem` of the first in order that failed, once all are
 * answered: the same page for the same answers, whichever came first.
 */
export async function fetchNeeds(queries: QueryClient, call: Call, needs: readonly Need[]): Promise<void> {
  const answers = await Promise.allSettled(
    needs.map(([id, input]) => queries.ensureQueryData(queryOf(call, id, input as never))),
  );
  const failed = answers.find((answer) => answer.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}
