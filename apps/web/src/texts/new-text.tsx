import { useNavigate } from "react-router";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useOperationLater } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Form } from "../design/form.tsx";
import { TextFields, textFactsIn } from "./text-fields.tsx";
import { useWords } from "./words.ts";

interface NewTextProps {
  readonly workspace: string;
  /** Then it is what there is to do. */
  readonly isFirst: boolean;
}

/** Begins a text; its first draft is uploaded on its own page. */
export function NewText({ workspace, isFirst }: NewTextProps) {
  const say = useWords();
  const navigate = useNavigate();
  const create = useAct("createText");
  const { answer: delegations = [] } = useOperationLater("listDelegations", { workspace });
  const make = async (values: FormData): Promise<void> => {
    const made = await create.run({ workspace, body: textFactsIn(values, null) });
    if (made !== undefined) await navigate(`/texts/${made.id}`);
  };
  return (
    <details className="fold" open={isFirst}>
      <summary>{say("new text")}</summary>
      <Form onSubmit={(values) => void make(values)}>
        <TextFields facts={null} delegations={delegations} />
        <Button type="submit" look="main" isDisabled={create.isRunning}>
          {say("make text")}
        </Button>
        <ProblemNote problem={create.problem} />
      </Form>
    </details>
  );
}
