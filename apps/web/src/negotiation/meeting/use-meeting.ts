import type { MeetingView, NegotiatedPassage, NegotiationView } from "@compendium/contract";
import { useOperation } from "../../api/use-operation.ts";

interface Meeting {
  readonly meeting: MeetingView;
  readonly view: NegotiationView;
  /** The passage at which the meeting is; `null` unless it is in session, and at an item as such. */
  readonly passage: NegotiatedPassage | null;
}

/** A meeting with the negotiation that it is part of. The page needs both. */
export function useMeeting(id: string): Meeting {
  const meeting = useOperation("readMeeting", { meeting: id });
  const view = useOperation("readNegotiation", { compilation: meeting.compilation });
  const at = meeting.state === "open" ? meeting.place?.passage : undefined;
  const passage = view.passages.find(({ id: each }) => each === at) ?? null;
  return { meeting, view, passage };
}
