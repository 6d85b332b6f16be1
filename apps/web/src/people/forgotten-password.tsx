import { useState } from "react";
import { Button } from "../design/button.tsx";
import { Form, TextField, textIn } from "../design/form.tsx";
import { requestPasswordReset, type SignInOutcome } from "./sign-in.ts";
import { useWords } from "./words.ts";

/** Sends a link by which one chooses another password. Whether there is an account is not told. */
export function ForgottenPassword() {
  const say = useWords();
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null);
  const failure = outcome === "locked out" || outcome === "no connection" ? outcome : null;
  return (
    <details>
      <summary>{say("forgotten password")}</summary>
      <Form
        layout="row"
        onSubmit={(values) => void requestPasswordReset(textIn(values, "email")).then((result) => setOutcome(result))}
      >
        <TextField name="email" type="email" label={say("e-mail")} required autoComplete="username" />
        <Button type="submit">{say("send link")}</Button>
      </Form>
      <p role="status">
        {outcome === null ? null : failure === null ? say("link is sent") : say(`sign-in ${failure}`)}
      </p>
    </details>
  );
}
