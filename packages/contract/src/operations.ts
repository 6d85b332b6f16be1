import { consultationsOperations } from "./consultations.ts";
import { negotiationOperations } from "./negotiation.ts";
import { peopleOperations } from "./people.ts";
import { platformOperations } from "./platform.ts";
import { recordOperations } from "./record.ts";
import { textsOperations } from "./texts.ts";

/** The operations of each room. */
export const operationsOfRooms = {
  platform: platformOperations,
  people: peopleOperations,
  record: recordOperations,
  texts: textsOperations,
  consultations: consultationsOperations,
  negotiation: negotiationOperations,
} as const;

/** Every operation of the API, by its name; the name is the `operationId` in openapi.json. */
export const operations = {
  ...platformOperations,
  ...peopleOperations,
  ...recordOperations,
  ...textsOperations,
  ...consultationsOperations,
  ...negotiationOperations,
} as const;

export type RoomName = keyof typeof operationsOfRooms;
export type Operations = typeof operations;
export type OperationId = keyof Operations;
