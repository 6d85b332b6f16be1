import type { LiveEvent, NegotiationView, OperationId } from "@compendium/contract";
import type { QueryClient } from "@tanstack/react-query";
import { queryKeyOf } from "./need.ts";

/** Operations whose answers an event leaves as they are, or shows. */
export type Spared = ReadonlySet<OperationId>;

const NONE: Spared = new Set();

/** What every page reads: who one is, and where. Only what is told of people changes it. */
const EVERYWHERE: readonly OperationId[] = ["readInstallation", "readMe"];

/** A decision is in the event itself: hundreds of pages that follow a meeting show it without asking for anything. */
const BY_PASSAGE = sparing("readNegotiation", "readMeeting", "listMeetings", "listMeetingsAhead", "listPositions");
const BY_MEETING = sparing("readNegotiation", "listPositions");
const BY_POSITION = sparing("readNegotiation", "readMeeting", "listMeetings", "listMeetingsAhead");

/** Takes what an event shows into what the page has read. Gives what need not be read again for it. */
export function takeIn(queries: QueryClient, event: LiveEvent | null): Spared {
  if (event?.kind === "meeting") return BY_MEETING;
  if (event?.kind === "position") return BY_POSITION;
  if (event?.kind !== "negotiation" || event.passage === undefined) return NONE;
  const { id, passage } = event;
  const queryKey = queryKeyOf("readNegotiation", { compilation: id });
  // An answer on its way can be from before the event, and would take its place.
  if (queries.isFetching({ queryKey }) > 0) return NONE;
  queries.setQueryData<NegotiationView>(
    queryKey,
    (known) =>
      known && {
        ...known,
        passages: known.passages.map((each) => (each.id === passage.id ? { ...each, ...passage } : each)),
      },
  );
  return BY_PASSAGE;
}

function sparing(...ids: readonly OperationId[]): Spared {
  return new Set([...EVERYWHERE, ...ids]);
}
