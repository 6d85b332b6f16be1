import { topic } from "../platform/live/live.ts";
import type { Db } from "../platform/tables.ts";
import { readDraft, readText } from "./policy.ts";
import { findDraft, findText } from "./queries.ts";

export function textsTopics(db: Db) {
  return {
    text: topic(({ id }) => findText(db, id), readText),
    draft: topic(({ id }) => findDraft(db, id), readDraft),
  };
}
