import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { Button } from "../design/button.tsx";
import { Form, TextArea, textIn } from "../design/form.tsx";
import { useWords } from "./words.ts";

/** For the secretariat: takes back what it entered by mistake, with a reason. */
export function TakeBack({ submission }: { readonly submission: string }) {
  const say = useWords();
  const takeBack = useAct("takeBack");
  return (
    <details>
      <summary>{say("take back")}</summary>
      <Form onSubmit={(values) => void takeBack.run({ submission, body: { reason: textIn(values, "reason") } })}>
        <TextArea
          name="reason"
          label={say("reason to take back")}
          hint={say("take back explained")}
          rows={2}
          required
        />
        <Button type="submit" isDisabled={takeBack.isRunning}>
          {say("take back now")}
        </Button>
        <ProblemNote problem={takeBack.problem} />
      </Form>
    </details>
  );
}
