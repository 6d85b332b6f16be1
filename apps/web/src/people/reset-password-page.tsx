import { useState } from "react";
import { Link } from "react-router";
import { Button } from "../design/button.tsx";
import { Form, TextField } from "../design/form.tsx";
import { Page } from "../design/page.tsx";
import { resetPassword, type SignInOutcome } from "./sign-in.ts";
import { useWords } from "./words.ts";

/** Where the link for a forgotten password leads. What it carries stands after the #, and so stays in the browser. */
export function ResetPasswordPage() {
  const say = useWords();
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null);
  const reset = async (values: FormData): Promise<void> => {
    setOutcome(await resetPassword(location.hash.slice(1), String(values.get("password"))));
  };
  if (outcome === "signed in") {
    return (
      <Page title={say("new password")}>
        <p role="status">{say("password is changed")}</p>
        <p>
          <Link className="button button-main" to="/sign-in">
            {say("sign in")}
          </Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={say("new password")}>
      {outcome === null ? null : (
        <p className="problem" role="alert">
          {outcome === "wrong" ? say("link is no good") : say("sign-in no connection")}
        </p>
      )}
      <Form onSubmit={(values) => void reset(values)}>
        <TextField
          name="password"
          type="password"
          label={say("new password")}
          hint={say("password rule")}
          required
          minLength={12}
          maxLength={128}
          autoComplete="new-password"
        />
        <Button type="submit" look="main">
          {say("change password")}
        </Button>
      </Form>
    </Page>
  );
}
