import { topic } from "../platform/live/live.ts";
import type { Db } from "../platform/tables.ts";
import { readCompilation, readRoom, readRound, readSubmission } from "./policy.ts";
import { findCompilation, findRoom, findRound, findSubmission } from "./queries.ts";

export function consultationsTopics(db: Db) {
  return {
    round: topic(({ id }) => findRound(db, id), readRound),
    room: topic(({ id, delegation = "" }) => findRoom(db, id, delegation), readRoom),
    submission: topic(({ id }) => findSubmission(db, id), readSubmission),
    compilation: topic(({ id }) => findCompilation(db, id), readCompilation),
  };
}
