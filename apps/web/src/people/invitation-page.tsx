import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useOperation } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Form, TextField, textIn } from "../design/form.tsx";
import { Page } from "../design/page.tsx";
import { RoleWords } from "./role-words.tsx";
import { goOn, signIn } from "./sign-in.ts";
import { useWords } from "./words.ts";

/** Where the link of an invitation leads: one takes it up with a new account, or with the one that one has. */
export function InvitationPage({ token }: { readonly token: string }) {
  const say = useWords();
  const { workspace, email, role, delegation, invitedBy, isKnown } = useOperation("readInvitation", { token });
  const { person } = useOperation("readMe", {});
  const accept = useAct("acceptInvitation");

  const takeUp = async (): Promise<void> => {
    if ((await accept.run({ token, body: {} })) !== undefined) goOn("/");
  };
  const makeAccount = async (values: FormData): Promise<void> => {
    const password = String(values.get("password"));
    if ((await accept.run({ token, body: { name: textIn(values, "name"), password } })) === undefined) return;
    await signIn(email, password);
    goOn("/");
  };
  return (
    <Page title={say("invitation")}>
      <p>
        {say("who invites", { name: invitedBy })} {say("invited to")} <strong dir="auto">{workspace}</strong>:{" "}
        <RoleWords role={role} delegation={delegation} />.
      </p>
      <p>
        {say("invited as")} <bdi>{email}</bdi>
      </p>
      <ProblemNote problem={accept.problem} />
      {person !== null ? (
        <p>
          <Button look="main" isDisabled={accept.isRunning} onPress={() => void takeUp()}>
            {say("take up as", { name: person.name })}
          </Button>
        </p>
      ) : isKnown ? (
        <p>
          <a className="button button-main" href={`/sign-in?back=${encodeURIComponent(`/invitations/${token}`)}`}>
            {say("sign in to take up")}
          </a>
        </p>
      ) : (
        <Form onSubmit={(values) => void makeAccount(values)}>
          <TextField name="name" label={say("your name")} required maxLength={200} autoComplete="name" />
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
          <Button type="submit" look="main" isDisabled={accept.isRunning}>
            {say("make account")}
          </Button>
        </Form>
      )}
    </Page>
  );
}
