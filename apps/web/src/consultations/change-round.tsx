import type { RoundView } from "@compendium/contract";
import { useRef, useState } from "react";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useOperationLater } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Form } from "../design/form.tsx";
import { useHydrated } from "../design/hydrated.ts";
import { RoundFields, roundFactsIn } from "./round-fields.tsx";
import { useWords } from "./words.ts";

/** Changes what is said of a round; a new deadline is told to everybody asked. */
export function ChangeRound({ view }: { readonly view: RoundView }) {
  const say = useWords();
  const change = useAct("changeRound");
  // Of what the form shows, and not of what others have made of it since.
  const [version, setVersion] = useState(view.version);
  const fold = useRef<HTMLDetailsElement>(null);
  const { answer: delegations } = useOperationLater("listDelegations", { workspace: view.workspace });
  const isHydrated = useHydrated();
  const save = async (values: FormData): Promise<void> => {
    const changed = await change.run({ round: view.id, body: { ...roundFactsIn(values), version } });
    if (changed === undefined) return;
    setVersion(changed.version);
    if (fold.current !== null) fold.current.open = false;
  };
  return (
    <details className="fold" ref={fold}>
      <summary>{say("change round")}</summary>
      {delegations !== undefined && isHydrated ? (
        <Form onSubmit={(values) => void save(values)}>
          <RoundFields round={view} delegations={delegations} />
          <p className="quiet">{say("new deadline is told")}</p>
          <Button type="submit" look="main" isDisabled={change.isRunning}>
            {say("save")}
          </Button>
          <ProblemNote problem={change.problem} onSeen={setVersion} />
        </Form>
      ) : null}
    </details>
  );
}
