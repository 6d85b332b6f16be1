import type { DelegationView, MemberView } from "@compendium/contract";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useOperation, useOperationLater } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Form, TextField, textIn } from "../design/form.tsx";
import { Hidden } from "../design/hidden.tsx";
import { Day } from "../design/moment.tsx";
import { Nothing, Page, Section } from "../design/page.tsx";
import { InviteForm } from "./invite-form.tsx";
import { useWords } from "./words.ts";
import { WorkspaceLinks } from "./workspace-links.tsx";

/** Who is in the workspace: the secretariat and chair first, then delegation by delegation. */
export function MembersPage({ workspace }: { readonly workspace: string }) {
  const say = useWords();
  const view = useOperation("readWorkspace", { workspace });
  const members = useOperation("listMembers", { workspace });
  const delegations = useOperation("listDelegations", { workspace });
  const ofWorkspace = members.filter(({ delegation }) => delegation === null);
  const mayInvite = view.may.includes("invite");
  return (
    <Page title={view.name} above={<WorkspaceLinks workspace={view} />}>
      {mayInvite ? <Invitations workspace={workspace} delegations={delegations} /> : null}
      <Section title={say("secretariat and chair")}>
        <Members workspace={workspace} members={ofWorkspace} mayEnd={mayInvite} />
      </Section>
      <Section title={say("delegations", { count: delegations.length })}>
        {delegations.length === 0 ? <Nothing>{say("no delegations")}</Nothing> : null}
        {delegations.map(({ code, name, kind }) => (
          <section key={code} className="delegation">
            <h3>
              <bdi className="codes">{code}</bdi> <bdi>{name}</bdi>
              {kind === "organisation" ? <span className="quiet"> · {say("organisation")}</span> : null}
            </h3>
            <Members
              workspace={workspace}
              members={members.filter(({ delegation }) => delegation === code)}
              mayEnd={mayInvite}
            />
          </section>
        ))}
        {view.may.includes("manage delegations") ? <NewDelegation workspace={workspace} /> : null}
      </Section>
    </Page>
  );
}

interface MembersProps {
  readonly workspace: string;
  readonly members: readonly MemberView[];
  readonly mayEnd: boolean;
}

function Members({ workspace, members, mayEnd }: MembersProps) {
  const say = useWords();
  const end = useAct("endMembership");
  if (members.length === 0) return <p className="quiet">{say("nobody yet")}</p>;
  return (
    <>
      <ul className="rows">
        {members.map(({ id, person, role, since }) => (
          <li key={id} className="row-item">
            <span className="row-main">
              <bdi>{person.name}</bdi> <span className="quiet">{say(`role ${role}`)}</span>
            </span>
            <span className="quiet">
              <bdi>{person.email}</bdi>
            </span>
            <span className="quiet">
              {say("since")} <Day at={since} />
            </span>
            {mayEnd ? (
              <Button
                look="plain"
                isDisabled={end.isRunning}
                onPress={() => void end.run({ workspace, membership: id })}
              >
                {say("end membership")}
                <Hidden> {person.name}</Hidden>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemNote problem={end.problem} />
    </>
  );
}

interface InvitationsProps {
  readonly workspace: string;
  readonly delegations: readonly DelegationView[];
}

function Invitations({ workspace, delegations }: InvitationsProps) {
  const say = useWords();
  const { answer: invitations = [] } = useOperationLater("listInvitations", { workspace });
  const revoke = useAct("revokeInvitation");
  return (
    <Section title={say("invitations")}>
      <InviteForm workspace={workspace} delegations={delegations} />
      <ul className="rows">
        {invitations.map(({ id, email, role, delegation, expiresAt }) => (
          <li key={id} className="row-item">
            <span className="row-main">
              <bdi>{email}</bdi>{" "}
              <span className="quiet">
                {say(`role ${role}`)} {delegation}
              </span>
            </span>
            <span className="quiet">
              {say("good until")} <Day at={expiresAt} />
            </span>
            <Button look="plain" onPress={() => void revoke.run({ workspace, invitation: id })}>
              {say("revoke")}
              <Hidden> {email}</Hidden>
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNote problem={revoke.problem} />
    </Section>
  );
}

function NewDelegation({ workspace }: { readonly workspace: string }) {
  const say = useWords();
  const add = useAct("addDelegation");
  const admit = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    const name = textIn(values, "name");
    const kind = values.get("organisation") === null ? "state" : "organisation";
    const body = { code: textIn(values, "code").toUpperCase(), ...(name === "" ? {} : ({ name, kind } as const)) };
    if ((await add.run({ workspace, body })) !== undefined) form.reset();
  };
  return (
    <>
      <h3>{say("admit delegation")}</h3>
      <Form layout="row" onSubmit={(values, form) => void admit(values, form)}>
        <TextField name="code" label={say("delegation code")} hint={say("delegation code explained")} required />
        <TextField name="name" label={say("delegation name")} hint={say("delegation name explained")} />
        <label className="tick">
          <input type="checkbox" name="organisation" />
          <span>{say("organisation")}</span>
        </label>
        <Button type="submit" isDisabled={add.isRunning}>
          {say("admit")}
        </Button>
      </Form>
      <ProblemNote problem={add.problem} />
    </>
  );
}
