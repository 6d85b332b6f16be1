import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Form, TextField, textIn } from "../../design/form.tsx";
import { Section } from "../../design/page.tsx";
import { ShownOnce } from "../shown-once.tsx";
import {
  confirmSecondFactor,
  type Enrolment,
  enrolSecondFactor,
  makeBackupCodes,
  removeSecondFactor,
} from "./account.ts";
import { PasswordForm } from "./password-form.tsx";
import { RefusalNote } from "./refusal-note.tsx";
import { useAccountAct } from "./use-account.ts";
import { useWords } from "./words.ts";

/** The six digits of an authenticator beside the password, and the codes for whoever has lost it. */
export function SecondFactor({ isOn }: { readonly isOn: boolean }) {
  const say = useWords();
  const { run, isRunning, refusal } = useAccountAct();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  const enrol = (password: string) => run(async () => setEnrolment(await enrolSecondFactor(password)));
  const renewCodes = (password: string) => run(async () => setCodes(await makeBackupCodes(password)));
  const turnOff = (password: string) => run(() => removeSecondFactor(password));
  const confirm = async ({ backupCodes }: Enrolment, code: string): Promise<void> => {
    if (!(await run(() => confirmSecondFactor(code)))) return;
    setEnrolment(null);
    setCodes(backupCodes);
  };
  return (
    <Section title={say("second factor title")}>
      <p>{say(isOn || codes !== null ? "second factor on" : "second factor off")}</p>
      {codes !== null ? (
        <ShownOnce title={say("backup codes")} text={codes.join("\n")} onKept={() => setCodes(null)}>
          {say("backup codes explained")}
        </ShownOnce>
      ) : enrolment !== null ? (
        <>
          <p>{say("authenticator secret explained")}</p>
          <p className="instructions">
            <code dir="ltr">{inGroups(enrolment.secret)}</code>
          </p>
          <p>
            <a href={enrolment.address}>{say("open authenticator")}</a>
          </p>
          <Form layout="row" onSubmit={(values) => void confirm(enrolment, textIn(values, "code"))}>
            <TextField
              name="code"
              label={say("second factor")}
              inputMode="numeric"
              pattern="[0-9]{6}"
              autoComplete="one-time-code"
              autoFocus
              required
            />
            <Button type="submit" look="main" isDisabled={isRunning}>
              {say("confirm second factor")}
            </Button>
            <Button onPress={() => setEnrolment(null)}>{say("cancel")}</Button>
          </Form>
        </>
      ) : isOn ? (
        <>
          <PasswordForm action={say("turn off second factor")} isRunning={isRunning} onPassword={turnOff} />
          <details>
            <summary>{say("new backup codes")}</summary>
            <PasswordForm action={say("make backup codes")} isRunning={isRunning} onPassword={renewCodes} />
          </details>
        </>
      ) : (
        <PasswordForm action={say("set up second factor")} isRunning={isRunning} onPassword={enrol} />
      )}
      <RefusalNote refusal={refusal} />
    </Section>
  );
}

/** Four characters at a time, as one reads them to a telephone. */
function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? "";
}
