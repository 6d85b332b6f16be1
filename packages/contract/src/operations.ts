import { consultationsOperations } from "./consultations.ts";
import { peopleOperations } from "./people.ts";
import { platformOperations } from "./platform.ts";
import { recordOperations } from "./record.ts";
import { textsOperations } from "./texts.ts";

/** Every operation of the API, by its name; the name is the `operationId` in openapi.json. */
export const operations = {
  ...platformOperations,
  ...peopleOperations,
  ...recordOperations,
  ...textsOperations,
  ...consultationsOperations,
} as const;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
