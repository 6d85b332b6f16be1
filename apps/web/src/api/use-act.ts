import type { OperationId } from "@compendium/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCall } from "./call.tsx";
import type { Answer, Input } from "./input.ts";
import { AFTER_OWN_ACT, readAgainWithin } from "./read-again.ts";

export interface Act<Id extends OperationId> {
  /** Does it, and has the page read again what can have changed. `undefined` where it failed; `problem` tells why. */
  readonly run: (input: Input<Id>) => Promise<Answer<Id> | undefined>;
  readonly isRunning: boolean;
  readonly isDone: boolean;
  /** What kept the last one from being done; `null` if nothing did. */
  readonly problem: Error | null;
}

/** An operation that changes something: `const submit = useAct("submit"); await submit.run({ … });`. */
export function useAct<Id extends OperationId>(id: Id): Act<Id> {
  const call = useCall();
  const queries = useQueryClient();
  const { mutateAsync, isPending, isSuccess, error } = useMutation({
    mutationFn: (input: Input<Id>) => call(id, input),
    // Not waited for: whoever acted goes on at once, and what the page shows follows.
    onSuccess: () => readAgainWithin(queries, AFTER_OWN_ACT),
  });
  const run = async (input: Input<Id>): Promise<Answer<Id> | undefined> => {
    try {
      return await mutateAsync(input);
    } catch {
      return undefined;
    }
  };
  return { run, isRunning: isPending, isDone: isSuccess, problem: error };
}
