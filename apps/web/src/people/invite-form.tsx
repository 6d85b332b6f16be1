import type { DelegationView, Role } from "@compendium/contract";
import { useState } from "react";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { Button } from "../design/button.tsx";
import { Field, Form, TextField, textIn } from "../design/form.tsx";
import { useWords } from "./words.ts";

const ROLES = ["head", "deputy", "expert", "observer", "secretariat", "chair", "administrator"] as const;
const OF_DELEGATION: ReadonlySet<Role> = new Set<Role>(["head", "deputy", "expert", "observer"]);

interface InviteFormProps {
  readonly workspace: string;
  readonly delegations: readonly DelegationView[];
}

/** Invites somebody by e-mail, into a delegation or to the workspace itself. */
export function InviteForm({ workspace, delegations }: InviteFormProps) {
  const say = useWords();
  const [role, setRole] = useState<Role>(delegations.length === 0 ? "secretariat" : "head");
  const [invited, setInvited] = useState("");
  const invite = useAct("invite");
  const isOfDelegation = OF_DELEGATION.has(role);
  const send = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    const email = textIn(values, "email");
    const delegation = isOfDelegation ? textIn(values, "delegation") : null;
    if ((await invite.run({ workspace, body: { email, role, delegation } })) === undefined) return;
    form.reset();
    setInvited(email);
  };
  return (
    <>
      <Form layout="row" onSubmit={(values, form) => void send(values, form)}>
        <TextField name="email" type="email" label={say("e-mail")} required autoComplete="off" />
        <Field label={say("role")}>
          <select className="field" value={role} onChange={(event) => setRole(event.target.value as Role)}>
            {ROLES.map((each) => (
              <option key={each} value={each} disabled={OF_DELEGATION.has(each) && delegations.length === 0}>
                {say(`role ${each}`)}
              </option>
            ))}
          </select>
        </Field>
        {isOfDelegation ? (
          <Field label={say("delegation")}>
            <select className="field" name="delegation">
              {delegations.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name} ({code})
                </option>
              ))}
            </select>
          </Field>
        ) : null}
        <Button type="submit" isDisabled={invite.isRunning}>
          {say("invite")}
        </Button>
      </Form>
      <ProblemNote problem={invite.problem} />
      <p role="status">{invited === "" || invite.problem !== null ? null : say("invited", { email: invited })}</p>
    </>
  );
}
