import { findCompilation, proposalsOf } from "../consultations/index.ts";
import { topic } from "../platform/live/live.ts";
import type { Db } from "../platform/tables.ts";
import { readBilateral, readMeeting, readNegotiation, readPosition } from "./policy.ts";
import { presentStanding } from "./present.ts";
import { findBilateral, findMeeting, findPosition, progressOf } from "./queries.ts";

export function negotiationTopics(db: Db) {
  return {
    negotiation: topic(
      ({ id }) => findCompilation(db, id),
      readNegotiation,
      async (passage, { compilation: { id } }) => {
        const [first] = await proposalsOf(db, id, passage);
        return first === undefined ? {} : { passage: presentStanding(first, await progressOf(db, id)) };
      },
    ),
    bilateral: topic(({ id }) => findBilateral(db, id), readBilateral),
    meeting: topic(({ id }) => findMeeting(db, id), readMeeting),
    position: topic(({ id }) => findPosition(db, id), readPosition),
  };
}
