import type { RoundView } from "@compendium/contract";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { Button } from "../design/button.tsx";
import { Form, TextArea, textIn } from "../design/form.tsx";
import { SureButton } from "../design/sure-button.tsx";
import { useWords } from "./words.ts";

/** What begins or ends a round before the instant that was planned. */
export function RoundActs({ round }: { readonly round: RoundView }) {
  return (
    <>
      {round.may.includes("open now") ? <OpenNow round={round.id} /> : null}
      {round.may.includes("cancel") ? <EndSooner round={round.id} act="cancel" /> : null}
      {round.may.includes("close now") ? <EndSooner round={round.id} act="close" /> : null}
    </>
  );
}

function OpenNow({ round }: { readonly round: string }) {
  const say = useWords();
  const open = useAct("openRoundNow");
  return (
    <p className="facts">
      <SureButton
        look="framed"
        label={say("open now")}
        explained={say("open now explained")}
        sure={say("open now sure")}
        cancel={say("cancel")}
        isDisabled={open.isRunning}
        onPress={() => void open.run({ round })}
      />
      <ProblemNote problem={open.problem} />
    </p>
  );
}

const ENDINGS = {
  cancel: {
    operation: "cancelRound",
    summary: "cancel round",
    explained: "cancel round explained",
    sure: "cancel round now",
  },
  close: {
    operation: "closeRoundNow",
    summary: "close now",
    explained: "close now explained",
    sure: "close now sure",
  },
} as const;

/** Takes a reason: it is told to those whom it concerns, and is on record. */
function EndSooner({ round, act }: { readonly round: string; readonly act: keyof typeof ENDINGS }) {
  const say = useWords();
  const { operation, summary, explained, sure } = ENDINGS[act];
  const end = useAct(operation);
  return (
    <details className="fold">
      <summary>{say(summary)}</summary>
      <p>{say(explained)}</p>
      <Form onSubmit={(values) => void end.run({ round, body: { reason: textIn(values, "reason") } })}>
        <TextArea name="reason" label={say("reason given")} rows={2} required maxLength={1000} />
        <Button type="submit" isDisabled={end.isRunning}>
          {say(sure)}
        </Button>
        <ProblemNote problem={end.problem} />
      </Form>
    </details>
  );
}
