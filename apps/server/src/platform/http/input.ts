import { isFileShape, type Operation, type OperationId, operations } from "@compendium/contract";
import type { z } from "zod";

/** What somebody gives for an operation, checked against the contract. Throws what becomes `not-valid`. */
export function checkedInput(id: OperationId, given: Readonly<Record<string, unknown>>): unknown {
  const { parameters, query, body }: Operation = operations[id];
  return {
    ...parameters.parse(given),
    ...query.parse(given),
    ...(body === null ? {} : { body: isFileShape(body) ? given.body : (body as z.ZodType).parse(given.body ?? {}) }),
  };
}
