import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Form, TextField } from "../../design/form.tsx";
import { Section } from "../../design/page.tsx";
import { changePassword } from "./account.ts";
import { RefusalNote } from "./refusal-note.tsx";
import { useAccountAct } from "./use-account.ts";
import { useWords } from "./words.ts";

export function ChangePassword() {
  const say = useWords();
  const { run, isRunning, refusal } = useAccountAct();
  const [isDone, setDone] = useState(false);
  const change = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    setDone(false);
    const isChanged = await run(() => changePassword(String(values.get("current")), String(values.get("new"))));
    if (isChanged) form.reset();
    setDone(isChanged);
  };
  return (
    <Section title={say("password")}>
      <Form onSubmit={(values, form) => void change(values, form)}>
        <TextField
          name="current"
          type="password"
          label={say("current password")}
          required
          autoComplete="current-password"
        />
        <TextField
          name="new"
          type="password"
          label={say("new password")}
          hint={say("password rule")}
          required
          minLength={12}
          maxLength={128}
          autoComplete="new-password"
        />
        <Button type="submit" isDisabled={isRunning}>
          {say("change password")}
        </Button>
      </Form>
      <RefusalNote refusal={refusal} />
      <p role="status">{isDone ? say("password changed here") : null}</p>
    </Section>
  );
}
