import type { DelegationView, MemberView, WorkspaceView } from "@compendium/contract";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { useOperation, useOperationLater } from "../../api/use-operation.ts";
import { Button } from "../../design/button.tsx";
import { Hidden } from "../../design/hidden.tsx";
import { Day } from "../../design/moment.tsx";
import { Nothing, Page, Section } from "../../design/page.tsx";
import { SureButton } from "../../design/sure-button.tsx";
import { WorkspaceLinks } from "../workspace-links.tsx";
import { AdmitDelegations } from "./admit-delegations.tsx";
import { InviteForm } from "./invite-form.tsx";
import { useWords } from "./words.ts";

/** Who is in the workspace: the secretariat and chair first, then delegation by delegation. */
export function MembersPage({ workspace }: { readonly workspace: string }) {
  const say = useWords();
  const view = useOperation("readWorkspace", { workspace });
  const members = useOperation("listMembers", { workspace });
  const delegations = useOperation("listDelegations", { workspace });
  const ofWorkspace = members.filter(({ delegation }) => delegation === null);
  // Of a delegation that one belongs to one sees a member at least: oneself.
  const isSeen = ({ code }: DelegationView): boolean =>
    view.may.includes("see all members") || members.some(({ delegation }) => delegation === code);
  const unseen = delegations.filter((each) => !isSeen(each));
  return (
    <Page
      title={say("members")}
      tab={`${say("members")} · ${view.name}`}
      above={<WorkspaceLinks workspace={view} />}
      about={<bdi>{view.name}</bdi>}
    >
      {view.may.includes("invite") ? <Invitations workspace={view} delegations={delegations} /> : null}
      <Section title={say("secretariat and chair")}>
        <Members workspace={workspace} members={ofWorkspace} />
      </Section>
      <Section title={say("delegations", { count: delegations.length })}>
        {delegations.length === 0 ? <Nothing>{say("no delegations")}</Nothing> : null}
        {delegations.filter(isSeen).map(({ code, name, kind }) => (
          <section key={code} id={code} className="delegation">
            <h3>
              <bdi className="codes">{code}</bdi> <bdi>{name}</bdi>
              {kind === "organisation" ? <span className="quiet"> · {say("organisation")}</span> : null}
            </h3>
            <Members workspace={workspace} members={members.filter(({ delegation }) => delegation === code)} />
          </section>
        ))}
        {unseen.length === 0 ? null : <Unseen delegations={unseen} />}
        {view.may.includes("manage delegations") ? <AdmitDelegations workspace={workspace} /> : null}
      </Section>
    </Page>
  );
}

/** Delegations of which one may not see who belongs to them: nothing is said of that, nor that it is nobody. */
function Unseen({ delegations }: { readonly delegations: readonly DelegationView[] }) {
  const say = useWords();
  return (
    <section className="delegation">
      <h3>{say("other delegations")}</h3>
      <p className="quiet">{say("members seen")}</p>
      <ul className="names">
        {delegations.map(({ code, name }) => (
          <li key={code}>
            <bdi className="codes">{code}</bdi> <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface MembersProps {
  readonly workspace: string;
  readonly members: readonly MemberView[];
}

function Members({ workspace, members }: MembersProps) {
  const say = useWords();
  const end = useAct("endMembership");
  if (members.length === 0) return <p className="quiet">{say("nobody yet")}</p>;
  return (
    <>
      <ul className="rows">
        {members.map(({ id, person, role, since, may }) => (
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
            {may.includes("end") ? (
              <SureButton
                label={
                  <>
                    {say("end membership")}
                    <Hidden> {person.name}</Hidden>
                  </>
                }
                explained={say("end membership explained", { name: person.name })}
                sure={say("end membership now")}
                cancel={say("cancel")}
                isDisabled={end.isRunning}
                onPress={() => void end.run({ workspace, membership: id })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemNote problem={end.problem} />
    </>
  );
}

interface InvitationsProps {
  readonly workspace: WorkspaceView;
  readonly delegations: readonly DelegationView[];
}

function Invitations({ workspace, delegations }: InvitationsProps) {
  const say = useWords();
  const { answer: invitations = [] } = useOperationLater("listInvitations", { workspace: workspace.id });
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
            <Button look="plain" onPress={() => void revoke.run({ workspace: workspace.id, invitation: id })}>
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
