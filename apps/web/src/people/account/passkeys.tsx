import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Form, TextField, textIn } from "../../design/form.tsx";
import { Hidden } from "../../design/hidden.tsx";
import { Day } from "../../design/moment.tsx";
import { Section } from "../../design/page.tsx";
import { addPasskey, listPasskeys, namePasskey, type Passkey, removePasskey } from "./account.ts";
import { RefusalNote } from "./refusal-note.tsx";
import { useAccount, useAccountAct } from "./use-account.ts";
import { useWords } from "./words.ts";

export function Passkeys() {
  const say = useWords();
  const { answer: passkeys, refusal: unread } = useAccount("passkeys", listPasskeys);
  const { run, isRunning, refusal } = useAccountAct();
  const add = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    if (await run(() => addPasskey(textIn(values, "name")))) form.reset();
  };
  return (
    <Section title={say("passkeys")}>
      <p>{say("passkeys explained")}</p>
      {passkeys?.length === 0 ? <p className="quiet">{say("no passkeys")}</p> : null}
      <ul className="rows">
        {(passkeys ?? []).map((passkey) => (
          <PasskeyRow
            key={passkey.id}
            passkey={passkey}
            isRunning={isRunning}
            onName={(name) => run(() => namePasskey(passkey.id, name))}
            onRemove={() => void run(() => removePasskey(passkey.id))}
          />
        ))}
      </ul>
      <RefusalNote refusal={refusal ?? unread} />
      <Form layout="row" onSubmit={(values, form) => void add(values, form)}>
        <TextField name="name" label={say("passkey name")} maxLength={100} autoComplete="off" />
        <Button type="submit" isDisabled={isRunning}>
          {say("add passkey")}
        </Button>
      </Form>
    </Section>
  );
}

interface PasskeyRowProps {
  readonly passkey: Passkey;
  readonly isRunning: boolean;
  readonly onName: (name: string) => Promise<boolean>;
  readonly onRemove: () => void;
}

function PasskeyRow({ passkey, isRunning, onName, onRemove }: PasskeyRowProps) {
  const say = useWords();
  const [isNaming, setNaming] = useState(false);
  const name = passkey.name || say("passkey");
  const rename = async (values: FormData): Promise<void> => {
    if (await onName(textIn(values, "name"))) setNaming(false);
  };
  return (
    <li className="row-item">
      <span className="row-main">
        <bdi>{name}</bdi>
      </span>
      <span className="quiet">
        {say("since")} <Day at={passkey.createdAt} />
      </span>
      <Button look="plain" aria-expanded={isNaming} onPress={() => setNaming(!isNaming)}>
        {say("rename")}
        <Hidden> {name}</Hidden>
      </Button>
      <Button look="plain" isDisabled={isRunning} onPress={onRemove}>
        {say("remove")}
        <Hidden> {name}</Hidden>
      </Button>
      {isNaming ? (
        <Form layout="row" onSubmit={(values) => void rename(values)}>
          <TextField
            name="name"
            label={say("new name")}
            defaultValue={passkey.name ?? ""}
            required
            maxLength={100}
            autoComplete="off"
          />
          <Button type="submit" isDisabled={isRunning}>
            {say("save name")}
          </Button>
        </Form>
      ) : null}
    </li>
  );
}
