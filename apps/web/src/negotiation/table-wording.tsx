import type { NegotiatedPassage, NegotiationView } from "@compendium/contract";
import { useRef } from "react";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { Button } from "../design/button.tsx";
import { Field, Form, TextArea, textIn } from "../design/form.tsx";
import { DelegationOptions } from "../people/delegation-options.tsx";
import { ownDelegations } from "./own-delegations.ts";
import { useWords } from "./words.ts";

interface TableWordingProps {
  readonly view: NegotiationView;
  readonly passage: NegotiatedPassage;
}

/** Another wording beside the proposals: of one's delegation, or of the Chair. Nothing for who may not table any. */
export function TableWording({ view, passage }: TableWordingProps) {
  const say = useWords();
  const table = useAct("tableWording");
  const fold = useRef<HTMLDetailsElement>(null);
  const isChair = view.may.includes("table for the chair");
  if (passage.keptWhole || (view.mine.length === 0 && !isChair)) return null;
  const send = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    const speaker = textIn(values, "speaker");
    const tabled = await table.run({
      compilation: view.compilation,
      body: { passage: passage.id, words: textIn(values, "words"), delegation: speaker === "" ? null : speaker },
    });
    if (tabled === undefined) return;
    form.reset();
    if (fold.current !== null) fold.current.open = false;
  };
  return (
    <details ref={fold} className="fold">
      <summary>{say("table wording")}</summary>
      <Form onSubmit={(values, form) => void send(values, form)}>
        <Field label={say("delegation")}>
          <select className="field" name="speaker">
            {isChair ? <option value="">{say("table as chair")}</option> : null}
            <DelegationOptions delegations={ownDelegations(view)} />
          </select>
        </Field>
        <TextArea
          name="words"
          label={say("whole wording")}
          hint={say("amended hint")}
          defaultValue={passage.base.trim()}
          rows={3}
        />
        <Button type="submit" isDisabled={table.isRunning}>
          {say("table it")}
        </Button>
        <ProblemNote problem={table.problem} />
      </Form>
    </details>
  );
}
