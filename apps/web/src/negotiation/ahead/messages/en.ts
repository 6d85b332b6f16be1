import { words } from "../../../design/say.ts";

/** The words for meetings that are told elsewhere, in English; the other languages have the same messages. */
export const en = {
  meetings: words("Meetings"),
  "meeting open": words("In session now"),
  "meeting planned": words("Planned"),
};

export type MessageId = keyof typeof en;
