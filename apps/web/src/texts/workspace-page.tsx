import { Link } from "react-router";
import { useOperation } from "../api/use-operation.ts";
import { RoundList } from "../consultations/round-list.tsx";
import { Nothing, Page, Section } from "../design/page.tsx";
import { MeetingsAhead } from "../negotiation/ahead/meetings-ahead.tsx";
import { RoleWords } from "../people/role-words.tsx";
import { WorkspaceLinks } from "../people/workspace-links.tsx";
import { NewText } from "./new-text.tsx";
import { TextLine } from "./text-line.tsx";
import { useWords } from "./words.ts";

/** A workspace: what is asked for now, and the texts. */
export function WorkspacePage({ workspace }: { readonly workspace: string }) {
  const say = useWords();
  const view = useOperation("readWorkspace", { workspace });
  const texts = useOperation("listTexts", { workspace });
  const rounds = useOperation("listRoundsOfWorkspace", { workspace });
  const { memberships } = useOperation("readMe", {});
  const mine = memberships.filter((membership) => membership.workspace.id === workspace);
  const mayMakeText = view.may.includes("make text");
  return (
    <Page
      title={view.name}
      above={<WorkspaceLinks workspace={view} />}
      about={
        mine.length === 0 ? undefined : (
          <>
            {say("you are")}{" "}
            {mine.map((membership, i) => (
              <span key={membership.id}>
                {i > 0 ? "; " : null}
                <RoleWords {...membership} />
              </span>
            ))}
          </>
        )
      }
    >
      <MeetingsAhead workspace={workspace} />
      <Section title={say("rounds")}>
        {rounds.length === 0 ? (
          <Nothing>{say(mayMakeText ? "no rounds for secretariat" : "no rounds")}</Nothing>
        ) : (
          <RoundList rounds={rounds} />
        )}
      </Section>
      <Section title={say("texts")}>
        {texts.length === 0 ? <Nothing>{say(mayMakeText ? "no texts for secretariat" : "no texts")}</Nothing> : null}
        <ul className="cards">
          {texts.map((text) => (
            <li key={text.id} className="card-item">
              <h3>
                <Link to={`/texts/${text.id}`}>
                  <bdi>{text.title}</bdi>
                </Link>
              </h3>
              <TextLine text={text} />
            </li>
          ))}
        </ul>
        {mayMakeText ? <NewText workspace={workspace} isFirst={texts.length === 0} /> : null}
      </Section>
    </Page>
  );
}
