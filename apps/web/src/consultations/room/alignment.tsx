import type { RoomView, RoundView } from "@compendium/contract";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { Button } from "../../design/button.tsx";
import { Form } from "../../design/form.tsx";
import { useWords } from "./words.ts";

/** On behalf of whom the delegation speaks, and who aligns itself with it. */
export function Alignment({ round, room }: { readonly round: RoundView; readonly room: RoomView }) {
  const say = useWords();
  const set = useAct("setAlignment");
  const others = round.delegations.filter(({ code }) => code !== room.delegation.code);
  const kinds = ["onBehalfOf", "inAlignment"] as const;
  const save = (values: FormData): void => {
    const [onBehalfOf, inAlignment] = kinds.map((kind) => values.getAll(kind).map(String)) as [string[], string[]];
    void set.run({
      round: room.round,
      delegation: room.delegation.code,
      body: { onBehalfOf, inAlignment, version: room.version },
    });
  };
  if (!room.may.includes("propose")) return null;
  return (
    <details className="fold">
      <summary>{say("speaking for others")}</summary>
      <Form key={room.version} onSubmit={save}>
        {kinds.map((kind) => (
          <fieldset key={kind} className="form-field">
            <legend className="form-label">{say(kind)}</legend>
            <ul className="ticks">
              {others.map(({ code, name }) => (
                <li key={code}>
                  <label className="tick">
                    <input type="checkbox" name={kind} value={code} defaultChecked={room[kind].includes(code)} />
                    <span>
                      <bdi className="codes">{code}</bdi> <bdi>{name}</bdi>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
        ))}
        <Button type="submit" isDisabled={set.isRunning}>
          {say("save")}
        </Button>
        <ProblemNote problem={set.problem} />
      </Form>
    </details>
  );
}
