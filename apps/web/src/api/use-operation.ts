import type { OperationId } from "@compendium/contract";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useCall } from "./call.tsx";
import type { Answer, Input } from "./input.ts";
import { queryOf } from "./need.ts";

/** What an operation answers: `useOperation("readText", { text })`. The page lists it among its needs. */
export function useOperation<Id extends OperationId>(id: Id, input: Input<Id>): Answer<Id> {
  return useSuspenseQuery(queryOf(useCall(), id, input)).data as Answer<Id>;
}

interface LaterOptions {
  /** False while it is not wanted yet. */
  readonly enabled?: boolean;
  /** Milliseconds after which it is asked again; `false` for never. */
  readonly every?: number | false;
}

/** The same for what may come after the first showing; `undefined` until it is there. */
export function useOperationLater<Id extends OperationId>(
  id: Id,
  input: Input<Id>,
  { enabled = true, every = false }: LaterOptions = {},
): { readonly answer: Answer<Id> | undefined; readonly problem: Error | null } {
  const { data, error } = useQuery({ ...queryOf(useCall(), id, input), enabled, refetchInterval: every });
  return { answer: data as Answer<Id> | undefined, problem: error };
}
