import { compilationsExamples } from "./compilations.ts";
import { roomsExamples } from "./rooms.ts";
import { roundsExamples } from "./rounds.ts";

export const consultationsExamples = { ...roundsExamples, ...roomsExamples, ...compilationsExamples };
