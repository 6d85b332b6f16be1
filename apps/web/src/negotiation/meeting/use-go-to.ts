import type { MeetingView } from "@compendium/contract";
import { useAct } from "../../api/use-act.ts";
import { useKeepAnswer } from "../../api/use-keep-answer.ts";
import type { Place } from "./places.ts";

export interface GoTo {
  readonly go: (place: Place) => void;
  /** Until the page is there, nothing may be decided: it would be decided on the passage before. */
  readonly isGoing: boolean;
  readonly problem: Error | null;
}

/** For who leads a meeting: on to another place. */
export function useGoTo({ id }: MeetingView): GoTo {
  const act = useAct("goTo");
  const keep = useKeepAnswer("readMeeting", { meeting: id });
  const go = async (place: Place): Promise<void> => {
    if (act.isRunning) return;
    const moved = await act.run({ meeting: id, body: place });
    if (moved !== undefined) keep(moved);
  };
  return { go: (place) => void go(place), isGoing: act.isRunning, problem: act.problem };
}
