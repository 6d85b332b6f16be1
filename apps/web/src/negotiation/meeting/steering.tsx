import type { MeetingView } from "@compendium/contract";
import { ProblemNote } from "../../api/problem-note.tsx";
import { Button } from "../../design/button.tsx";
import { useKeys } from "../use-keys.ts";
import { useWords } from "../words.ts";
import { placeAfter } from "./places.ts";
import type { GoTo } from "./use-go-to.ts";

/** For who leads: on to the next place and back, by press or by key. */
export function Steering({ meeting, goTo }: { readonly meeting: MeetingView; readonly goTo: GoTo }) {
  const say = useWords();
  const step = (steps: number): void => {
    const to = placeAfter(meeting, steps);
    if (to !== null) goTo.go(to);
  };
  const place = useKeys("page", (key) => {
    if (key !== "n" && key !== "p") return false;
    step(key === "n" ? 1 : -1);
    return true;
  });
  return (
    <div ref={place} className="facts">
      <Button isDisabled={placeAfter(meeting, -1) === null} onPress={() => step(-1)}>
        {say("previous")}
      </Button>
      <Button look="main" isDisabled={placeAfter(meeting, 1) === null} onPress={() => step(1)}>
        {say("next")}
      </Button>
      <span className="quiet">{say("steering keys")}</span>
      <ProblemNote problem={goTo.problem} />
    </div>
  );
}
