import type { NegotiatedPassage, NegotiationView } from "@compendium/contract";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { Button } from "../design/button.tsx";
import { type OtherEnd, otherEndsOf } from "./moves.ts";
import { useWords } from "./words.ts";

interface OtherEndsProps {
  readonly view: NegotiationView;
  readonly passage: NegotiatedPassage;
}

/** For who holds the pen: a move that is decided at one end is decided at the other by one press. */
export function OtherEnds({ view, passage }: OtherEndsProps) {
  const say = useWords();
  const record = useAct("recordDecision");
  if (!view.may.includes("decide")) return null;
  const decide = ({ passage: { id, decision }, ruling }: OtherEnd): void => {
    const body = { passage: id, ruling, after: decision?.id ?? null };
    void record.run({ compilation: view.compilation, body });
  };
  return (
    <div role="status">
      {otherEndsOf(view, passage).map((end) => (
        <p key={end.passage.id}>
          {say("other end open", { place: end.passage.citation })}{" "}
          <Button isDisabled={record.isRunning} onPress={() => decide(end)}>
            {say("decide other end")}
          </Button>
        </p>
      ))}
      <ProblemNote problem={record.problem} />
    </div>
  );
}
