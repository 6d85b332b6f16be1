import type { DelegationView, Role, WorkspaceView } from "@compendium/contract";
import { useState } from "react";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { Button } from "../../design/button.tsx";
import { Field, Form, TextField, textIn } from "../../design/form.tsx";
import { DelegationOptions } from "../delegation-options.tsx";
import { ShownOnce } from "../shown-once.tsx";
import { useWords } from "./words.ts";

interface InviteFormProps {
  readonly workspace: WorkspaceView;
  readonly delegations: readonly DelegationView[];
}

interface Invited {
  readonly email: string;
  /** To be passed on by hand; `null` where an e-mail brings it. */
  readonly link: string | null;
}

/** Invites somebody by e-mail, into a delegation or to the workspace itself: in each role, where one may. */
export function InviteForm({ workspace: { id: workspace, mayInvite, sendsMail }, delegations }: InviteFormProps) {
  const say = useWords();
  const [wanted, setWanted] = useState<Role | null>(null);
  const offered = offersOf(mayInvite, delegations);
  const chosen = offered.find((each) => each.role === wanted) ?? offered[0];
  const [invited, setInvited] = useState<Invited | null>(null);
  const invite = useAct("invite");
  if (chosen === undefined) return null;
  const { role, among } = chosen;
  const send = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    const email = textIn(values, "email");
    const delegation = among === null ? null : textIn(values, "delegation");
    const made = await invite.run({ workspace, body: { email, role, delegation } });
    if (made === undefined) return;
    form.reset();
    setInvited({ email, link: made.link });
  };
  return (
    <>
      {sendsMail ? null : <p className="illustrative-line">{say("mails are files")}</p>}
      <Form layout="row" onSubmit={(values, form) => void send(values, form)}>
        <TextField name="email" type="email" label={say("e-mail")} required autoComplete="off" />
        <Field label={say("role")}>
          <select className="field" value={role} onChange={(event) => setWanted(event.target.value as Role)}>
            {offered.map((each) => (
              <option key={each.role} value={each.role}>
                {say(`role ${each.role}`)}
              </option>
            ))}
          </select>
        </Field>
        {among === null ? null : (
          <Field label={say("delegation")}>
            <select className="field" name="delegation" required defaultValue="" key={among.length}>
              {among.length === 1 ? null : <option value="">{say("choose delegation")}</option>}
              <DelegationOptions delegations={among} />
            </select>
          </Field>
        )}
        <Button type="submit" isDisabled={invite.isRunning}>
          {say("invite")}
        </Button>
      </Form>
      <ProblemNote problem={invite.problem} />
      {invited === null || invited.link === null ? null : (
        <ShownOnce title={say("link of invitation")} text={invited.link} onKept={() => setInvited(null)}>
          {say("link to pass on", { email: invited.email })}
        </ShownOnce>
      )}
      <p role="status">
        {invited === null || invited.link !== null || invite.problem !== null
          ? null
          : say("invited", { email: invited.email })}
      </p>
    </>
  );
}

interface Offer {
  readonly role: Role;
  /** Of which delegation: one of these; `null` for a role of the workspace. */
  readonly among: readonly DelegationView[] | null;
}

function offersOf(mayInvite: WorkspaceView["mayInvite"], delegations: readonly DelegationView[]): readonly Offer[] {
  return mayInvite
    .map(({ role, delegations: codes }) => {
      if (codes === null) return { role, among: delegations };
      return { role, among: codes.length === 0 ? null : delegations.filter(({ code }) => codes.includes(code)) };
    })
    .filter(({ among }) => among === null || among.length > 0);
}
