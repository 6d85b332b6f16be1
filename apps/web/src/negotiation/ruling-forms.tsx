import type { NegotiatedPassage, NegotiationView, Ruling } from "@compendium/contract";
import { Button } from "../design/button.tsx";
import { Form, TextArea, textIn } from "../design/form.tsx";
import { useWords } from "./words.ts";

interface RulingFormProps {
  readonly isRunning: boolean;
  readonly onRule: (ruling: Ruling) => Promise<void>;
  readonly onCancel: () => void;
}

/** The passage as it was agreed in the meeting, typed on the spot. */
export function AmendForm({ passage, onRule, ...ending }: RulingFormProps & { readonly passage: NegotiatedPassage }) {
  const say = useWords();
  return (
    <Form onSubmit={(values) => void onRule({ kind: "as amended", words: textIn(values, "words") })}>
      <TextArea
        name="words"
        label={say("amended wording")}
        hint={say("amended hint")}
        defaultValue={passage.base.trim()}
        rows={3}
        autoFocus
      />
      <Ending {...ending} />
    </Form>
  );
}

/** Who are to find a wording among themselves. */
export function ConsultForm({
  delegations,
  onRule,
  ...ending
}: RulingFormProps & Pick<NegotiationView, "delegations">) {
  const say = useWords();
  return (
    <Form
      onSubmit={(values) =>
        void onRule({ kind: "to bilateral consultation", with: values.getAll("with").map((code) => `${code}`) })
      }
    >
      <fieldset className="ticks">
        <legend className="field-label">{say("consult with")}</legend>
        {delegations.map(({ code, name }) => (
          <label key={code} className="tick">
            <input type="checkbox" name="with" value={code} /> <bdi>{`${name} (${code})`}</bdi>
          </label>
        ))}
      </fieldset>
      <Ending {...ending} />
    </Form>
  );
}

function Ending({ isRunning, onCancel }: Pick<RulingFormProps, "isRunning" | "onCancel">) {
  const say = useWords();
  return (
    <p className="facts">
      <Button type="submit" look="main" isDisabled={isRunning}>
        {say("record")}
      </Button>
      <Button look="plain" onPress={onCancel}>
        {say("cancel")}
      </Button>
    </p>
  );
}
