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
]);

/** The query behind an operation, for the cache that pages read from. */
export function queryOf<Id extends OperationId>(call: Call, id: Id, input: Input<Id>) {
  return {
    queryKey: [id, input] as const,
    queryFn: (): Promise<Answer<Id>> => call(id, input),
    staleTime: LASTING.has(id) ? Number.POSITIVE_INFINITY : FRESH,
  };
}

/** Fetches what a page needs, all at once; rejects with the first `ApiProblem`. */
export async function fetchNeeds(queries: QueryClient, call: Call, needs: readonly Need[]): Promise<void> {
  await Promise.all(needs.map(([id, input]) => queries.ensureQueryData(queryOf(call, id, input as never))));
}

/** After an act, everything that can have changed is read again. */
export function readAgain(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ predicate: ({ queryKey }) => !LASTING.has(queryKey[0] as OperationId) });
}
