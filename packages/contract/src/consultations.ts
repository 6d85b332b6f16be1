import { compilationsOperations } from "./consultations/compilations.ts";
import { proposalsOperations } from "./consultations/proposals.ts";
import { roomsOperations } from "./consultations/rooms.ts";
import { roundsOperations } from "./consultations/rounds.ts";
import { submissionsOperations } from "./consultations/submissions.ts";

export const consultationsOperations = {
  ...roundsOperations,
  ...roomsOperations,
  ...proposalsOperations,
  ...submissionsOperations,
  ...compilationsOperations,
} as const;
