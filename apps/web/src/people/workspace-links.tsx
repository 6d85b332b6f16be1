import type { WorkspaceView } from "@compendium/contract";
import { NavLink } from "react-router";
import { useWords } from "./words.ts";

/** What there is in a workspace, at the head of each of its pages; and that the illustrative one is invented. */
export function WorkspaceLinks({ workspace }: { readonly workspace: WorkspaceView }) {
  const say = useWords();
  const { id, name, illustrative, may } = workspace;
  return (
    <>
      {illustrative ? <p className="illustrative-line">{say("illustrative line")}</p> : null}
      <nav className="tabs" aria-label={name}>
        <NavLink to={`/workspaces/${id}`} end>
          {say("texts and rounds")}
        </NavLink>
        <NavLink to={`/workspaces/${id}/members`}>{say("members")}</NavLink>
        <NavLink to={`/workspaces/${id}/search`}>{say("search")}</NavLink>
        {may.includes("read record") ? <NavLink to={`/workspaces/${id}/record`}>{say("record")}</NavLink> : null}
      </nav>
    </>
  );
}
