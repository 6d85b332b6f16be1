import { useState } from "react";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useOperation } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Form, TextField, textIn } from "../design/form.tsx";
import { Page, Section } from "../design/page.tsx";
import { goOn, signIn } from "./sign-in.ts";
import { useWords } from "./words.ts";

/** The first visit to a new installation: begin with the illustrative workspace, or with an empty one. */
export function SetUpPage() {
  const say = useWords();
  const { demonstrationAllowed, needsSetUpCode } = useOperation("readInstallation", {});
  const setUp = useAct("setUpInstallation");
  const [code, setCode] = useState("");
  const withCode = needsSetUpCode ? { code: code.trim() } : {};

  const showIllustrative = async (): Promise<void> => {
    const done = await setUp.run({ body: { kind: "illustrative", ...withCode } });
    if (done !== undefined) goOn("/sign-in");
  };
  const beginEmpty = async (values: FormData): Promise<void> => {
    const [email, password] = [textIn(values, "email"), textIn(values, "password")];
    const administrator = { name: textIn(values, "name"), email, password };
    const done = await setUp.run({
      body: { kind: "empty", workspace: textIn(values, "workspace"), administrator, ...withCode },
    });
    if (done === undefined) return;
    await signIn(email, password);
    goOn("/");
  };
  return (
    <Page title={say("set up")} about={say("set up explained")}>
      {needsSetUpCode ? (
        <TextField
          label={say("set-up code")}
          hint={say("set-up code explained")}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="off"
        />
      ) : null}
      <ProblemNote problem={setUp.problem} />
      <div className="two-ways">
        {demonstrationAllowed ? (
          <Section title={say("illustrative workspace")}>
            <p>{say("illustrative workspace explained")}</p>
            <p>
              <Button look="main" isDisabled={setUp.isRunning} onPress={() => void showIllustrative()}>
                {say("begin illustrative")}
              </Button>
            </p>
            {setUp.isRunning ? <p role="status">{say("setting up")}</p> : null}
          </Section>
        ) : null}
        <Section title={say("empty workspace")}>
          <p>{say("empty workspace explained")}</p>
          <Form onSubmit={(values) => void beginEmpty(values)}>
            <TextField name="workspace" label={say("name of the workspace")} required maxLength={200} />
            <TextField name="name" label={say("your name")} required maxLength={200} autoComplete="name" />
            <TextField name="email" type="email" label={say("e-mail")} required autoComplete="username" />
            <TextField
              name="password"
              type="password"
              label={say("password")}
              hint={say("password rule")}
              required
              minLength={12}
              maxLength={128}
              autoComplete="new-password"
            />
            <Button type="submit" isDisabled={setUp.isRunning}>
              {say("begin empty")}
            </Button>
          </Form>
        </Section>
      </div>
    </Page>
  );
}
