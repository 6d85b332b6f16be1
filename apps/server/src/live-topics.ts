import { consultationsTopics } from "./consultations/index.ts";
import { negotiationTopics } from "./negotiation/index.ts";
import { peopleTopics } from "./people/index.ts";
import type { Topics } from "./platform/live/live.ts";
import type { Db } from "./platform/tables.ts";
import { textsTopics } from "./texts/index.ts";

/** What live events are about, each with the act by which its room lets it be read. */
export function liveTopics(db: Db): Topics {
  return { ...peopleTopics(db), ...textsTopics(db), ...consultationsTopics(db), ...negotiationTopics(db) };
}
