import { topic } from "../platform/live/live.ts";
import type { Db } from "../platform/tables.ts";
import { readMember } from "./policy.ts";
import { findMembership } from "./queries.ts";

export function peopleTopics(db: Db) {
  return { people: topic(({ id }) => findMembership(db, id), readMember) };
}
