import { type FormEvent, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import { Button } from "../design/button.tsx";
import type { FileProblem } from "./protocol.ts";
import { useWords } from "./words.ts";

interface NewDelegationProps {
  /** Rejects with a `FileProblem` that says what is wrong with the code or the name. */
  readonly onAdd: (code: string, name: string) => Promise<void>;
  readonly onBack: () => void;
}

/** Names a delegation that the catalogue does not have, such as a group of the round. */
export function NewDelegation({ onAdd, onBack }: NewDelegationProps) {
  const say = useWords();
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setProblem(null);
    try {
      await onAdd(code.trim(), name.trim());
    } catch (refused) {
      setProblem(refused as FileProblem);
    }
  };
  return (
    <form className="new-delegation" onSubmit={(event) => void add(event)}>
      <TextField value={code} onChange={setCode} autoFocus>
        <Label className="field-label">{say("delegation code")}</Label>
        <Input className="field" />
      </TextField>
      <TextField value={name} onChange={setName}>
        <Label className="field-label">{say("delegation name")}</Label>
        <Input className="field" />
      </TextField>
      <Button look="main" type="submit">
        {say("add delegation")}
      </Button>
      <Button look="plain" onPress={onBack}>
        {say("back to list")}
      </Button>
      {problem === null ? null : (
        <p role="alert" className="new-delegation-problem">
          <bdi lang="en">
            {problem.message} {problem.advice}
          </bdi>
        </p>
      )}
    </form>
  );
}
