import type { OperationId } from "@compendium/contract";
import { useQueryClient } from "@tanstack/react-query";
import type { Answer, Input } from "./input.ts";
import { queryKeyOf } from "./need.ts";

/** Has the page show at once what an act was answered, where that is what an operation would answer now. */
export function useKeepAnswer<Id extends OperationId>(id: Id, input: Input<Id>): (answer: Answer<Id>) => void {
  const queries = useQueryClient();
  return (answer) => void queries.setQueryData(queryKeyOf(id, input), answer);
}
