import { useState } from "react";
import { useSearchParams } from "react-router";
import { useOperation } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Form, TextField, textIn } from "../design/form.tsx";
import { Page, Section } from "../design/page.tsx";
import { DemonstrationPersons } from "./demonstration-persons.tsx";
import { ForgottenPassword } from "./forgotten-password.tsx";
import {
  backWithin,
  confirmByBackupCode,
  confirmSignIn,
  goOn,
  type SignInOutcome,
  signIn,
  signInByPasskey,
  signInElsewhere,
} from "./sign-in.ts";
import { useWords } from "./words.ts";

/** E-mail and password, then a second factor where there is one; other issuers; in a demonstration, one click. */
export function SignInPage() {
  const say = useWords();
  const { demonstration, signInWith } = useOperation("readInstallation", {});
  const [outcome, setOutcome] = useState<SignInOutcome | "working" | null>(null);
  const [query] = useSearchParams();
  const back = backWithin(query.get("back"));

  const attempt = async (way: () => Promise<SignInOutcome>): Promise<void> => {
    setOutcome("working");
    const result = await way();
    setOutcome(result);
    if (result === "signed in") goOn(back);
  };
  const failures = ["wrong", "no passkey", "locked out", "no connection"] as const;
  // Another issuer sends a person whom it could not sign in back here, with the reason in the address.
  const failure =
    failures.find((each) => each === outcome) ?? (query.has("error") && outcome === null ? "elsewhere" : null);
  return (
    <Page title={say("sign in")}>
      {demonstration ? <DemonstrationPersons back={back} /> : null}
      <Section title={say("with a password")}>
        {failure === null ? null : (
          <p className="problem" role="alert">
            {say(`sign-in ${failure}`)}
          </p>
        )}
        {outcome === "second factor" ? (
          <Form onSubmit={(values) => void attempt(() => confirmSignIn(textIn(values, "code")))}>
            <TextField
              name="code"
              label={say("second factor")}
              hint={say("second factor explained")}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
            />
            <Button type="submit" look="main">
              {say("sign in")}
            </Button>
            <BackupCode onCode={(code) => void attempt(() => confirmByBackupCode(code))} />
          </Form>
        ) : (
          <Form
            onSubmit={(values) => void attempt(() => signIn(textIn(values, "email"), String(values.get("password"))))}
          >
            <TextField name="email" type="email" label={say("e-mail")} required autoComplete="username" />
            <TextField
              name="password"
              type="password"
              label={say("password")}
              required
              autoComplete="current-password"
            />
            <Button type="submit" look={demonstration ? "framed" : "main"} isDisabled={outcome === "working"}>
              {say("sign in")}
            </Button>
          </Form>
        )}
        <ForgottenPassword />
        <p className="quiet">{say("accounts by invitation")}</p>
      </Section>
      <Section title={say("with a passkey")}>
        <p>
          <Button onPress={() => void attempt(signInByPasskey)}>{say("use passkey")}</Button>
        </p>
      </Section>
      {signInWith.length === 0 ? null : (
        <Section title={say("with another issuer")}>
          {signInWith.map(({ id, name }) => (
            <p key={id}>
              <Button onPress={() => void attempt(() => signInElsewhere(id, back))}>{name}</Button>
            </p>
          ))}
        </Section>
      )}
    </Page>
  );
}

/** For whoever has lost the authenticator. */
function BackupCode({ onCode }: { readonly onCode: (code: string) => void }) {
  const say = useWords();
  const [code, setCode] = useState("");
  return (
    <details>
      <summary>{say("no authenticator")}</summary>
      <TextField
        label={say("backup code")}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        autoComplete="off"
      />
      <p>
        <Button isDisabled={code.trim() === ""} onPress={() => onCode(code.trim())}>
          {say("sign in")}
        </Button>
      </p>
    </details>
  );
}
