import type { OperationId } from "../operations.ts";
import { consultationsExamples } from "./examples/consultations.ts";
import { negotiationExamples } from "./examples/negotiation.ts";
import { peopleExamples } from "./examples/people.ts";
import { platformExamples } from "./examples/platform.ts";
import { recordExamples } from "./examples/record.ts";
import { textsExamples } from "./examples/texts.ts";

/** An example call of every operation, with what it answers; without `answer` where that is a file or nothing. */
export const EXAMPLES: Readonly<
  Record<OperationId, { readonly input: Readonly<Record<string, unknown>>; readonly answer?: unknown }>
> = {
  ...platformExamples,
  ...peopleExamples,
  ...recordExamples,
  ...textsExamples,
  ...consultationsExamples,
  ...negotiationExamples,
};
