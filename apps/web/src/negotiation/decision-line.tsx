import type { DecisionView, NegotiatedPassage, NegotiationView } from "@compendium/contract";
import { useEffect, useState } from "react";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { Redline } from "../compilation/text/redline.tsx";
import { Button } from "../design/button.tsx";
import { Moment } from "../design/moment.tsx";
import { progressOf } from "./progress.ts";
import { rulingValues } from "./ruling-values.ts";
import { useWords } from "./words.ts";

interface DecisionLineProps {
  readonly view: NegotiationView;
  readonly passage: NegotiatedPassage;
  /** Of the meeting in which it is shown; without one, the reader's own. */
  readonly zone?: string;
  /** On the wall there is nothing to press. */
  readonly isReadOnly?: boolean;
}

/** What was decided; for ten seconds it can be undone, and everybody sees them run. */
export function DecisionLine({ view, passage, isReadOnly = false, ...shown }: DecisionLineProps) {
  const { decision } = passage;
  const mayUndo = !isReadOnly && view.may.includes("decide");
  return (
    <>
      <div role="status">
        {decision === null ? <Undecided /> : <Decided decision={decision} passage={passage} {...shown} />}
      </div>
      {decision === null ? null : <Undo key={decision.id} decision={decision} mayUndo={mayUndo} />}
    </>
  );
}

function Undecided() {
  const say = useWords();
  return <p className="quiet">{say("not decided")}</p>;
}

interface DecidedProps {
  readonly decision: DecisionView;
  readonly passage: NegotiatedPassage;
  readonly zone?: string;
}

function Decided({ decision, passage: { amended, tabled }, ...shown }: DecidedProps) {
  const say = useWords();
  const { ruling, adReferendumUntil, by, at, note } = decision;
  return (
    <>
      <p>
        <span className="state" data-state={progressOf({ decision })}>
          {say(`ruled ${ruling.kind}`, rulingValues(ruling, tabled))}
        </span>{" "}
        {ruling.kind === "to bilateral consultation" ? <bdi className="codes">{ruling.with.join(" ")}</bdi> : null}
        {adReferendumUntil === null ? null : (
          <>
            {" "}
            {say("ad referendum")} <Moment at={adReferendumUntil} {...shown} />
          </>
        )}
      </p>
      {ruling.kind === "as amended" ? (
        <p className="wording-text" dir="auto" lang="und">
          {ruling.words === "" ? say("to be deleted") : <Redline redline={amended ?? []} codes={[by]} />}
        </p>
      ) : null}
      <p className="quiet">
        {say("recorded by", { by })}, <Moment at={at} {...shown} />
        {note === "" ? null : (
          <>
            {": "}
            <bdi>{note}</bdi>
          </>
        )}
      </p>
    </>
  );
}

/** The seconds left; for who may, with the way to undo. Not spoken second by second. */
function Undo({ decision, mayUndo }: { readonly decision: DecisionView; readonly mayUndo: boolean }) {
  const say = useWords();
  const undo = useAct("undoDecision");
  const seconds = useSecondsUntil(decision.undoUntil);
  if (seconds <= 0) return <ProblemNote problem={undo.problem} />;
  return (
    <p role="timer">
      {mayUndo ? (
        <Button isDisabled={undo.isRunning} onPress={() => void undo.run({ decision: decision.id })}>
          {say("undo", { seconds })}
        </Button>
      ) : (
        <span className="quiet">{say("may be undone", { seconds })}</span>
      )}
    </p>
  );
}

/** By the browser's clock: the server's decides. 0 before the page has its script. */
function useSecondsUntil(instant: string): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const tell = (): void => setSeconds(Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / 1000)));
    tell();
    const ticking = setInterval(tell, 250);
    return () => clearInterval(ticking);
  }, [instant]);
  return seconds;
}
