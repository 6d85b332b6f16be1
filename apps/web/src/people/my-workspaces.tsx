import type { ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useOperation } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Form, TextField, textIn } from "../design/form.tsx";
import { Nothing, Page, Section } from "../design/page.tsx";
import { RoleWords } from "./role-words.tsx";
import { useWords } from "./words.ts";

interface MyWorkspacesProps {
  /** What there is to be done in them. */
  readonly children: ReactNode;
}

/** Where one is a member, and as what. Who administers the installation makes more workspaces. */
export function MyWorkspaces({ children }: MyWorkspacesProps) {
  const say = useWords();
  const { memberships, administersInstallation } = useOperation("readMe", {});
  const workspaces = [...Map.groupBy(memberships, ({ workspace }) => workspace.id).values()];
  return (
    <Page title={say("my workspaces")}>
      {children}
      {workspaces.length === 0 ? <Nothing>{say("no workspace")}</Nothing> : null}
      <ul className="cards">
        {workspaces.map(([first, ...others]) =>
          first === undefined ? null : (
            <li key={first.workspace.id} className="card-item">
              <h2>
                <Link to={`/workspaces/${first.workspace.id}`}>
                  <bdi>{first.workspace.name}</bdi>
                </Link>
              </h2>
              {[first, ...others].map((membership) => (
                <p key={membership.id} className="quiet">
                  <RoleWords {...membership} />
                </p>
              ))}
            </li>
          ),
        )}
      </ul>
      {administersInstallation ? <NewWorkspace /> : null}
    </Page>
  );
}

function NewWorkspace() {
  const say = useWords();
  const navigate = useNavigate();
  const create = useAct("createWorkspace");
  const make = async (values: FormData): Promise<void> => {
    const made = await create.run({ body: { name: textIn(values, "name") } });
    if (made !== undefined) await navigate(`/workspaces/${made.id}`);
  };
  return (
    <Section title={say("new workspace")}>
      <Form layout="row" onSubmit={(values) => void make(values)}>
        <TextField name="name" label={say("name of the workspace")} required maxLength={200} />
        <Button type="submit" isDisabled={create.isRunning}>
          {say("make workspace")}
        </Button>
      </Form>
      <ProblemNote problem={create.problem} />
    </Section>
  );
}
