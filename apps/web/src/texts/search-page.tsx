import type { SearchHit } from "@compendium/contract";
import { Link, useSearchParams } from "react-router";
import { useOperation } from "../api/use-operation.ts";
import { passageElement } from "../compilation/passage-element.ts";
import { Button } from "../design/button.tsx";
import { Form, TextField, textIn } from "../design/form.tsx";
import { Nothing, Page } from "../design/page.tsx";
import { WorkspaceLinks } from "../people/workspace-links.tsx";
import { SEARCHED_LEAST, searchedIn } from "./searched.ts";
import { useWords } from "./words.ts";

/** Texts, paragraphs, rounds, delegations and released proposals that hold some words. */
export function SearchPage({ workspace }: { readonly workspace: string }) {
  const say = useWords();
  const view = useOperation("readWorkspace", { workspace });
  const [query, setQuery] = useSearchParams();
  const words = searchedIn(query);
  return (
    <Page
      title={say("search")}
      tab={`${say("search")} · ${view.name}`}
      above={<WorkspaceLinks workspace={view} />}
      about={<bdi>{view.name}</bdi>}
    >
      <Form layout="row" onSubmit={(values) => setQuery({ words: textIn(values, "words") })}>
        <TextField
          name="words"
          type="search"
          label={say("search for")}
          defaultValue={words ?? ""}
          minLength={SEARCHED_LEAST}
          maxLength={200}
          required
          dir="auto"
        />
        <Button type="submit" look="main">
          {say("search")}
        </Button>
      </Form>
      {words === null ? null : <Hits workspace={workspace} words={words} />}
    </Page>
  );
}

function Hits({ workspace, words }: { readonly workspace: string; readonly words: string }) {
  const say = useWords();
  const hits = useOperation("searchWorkspace", { workspace, words });
  if (hits.length === 0) return <Nothing>{say("nothing found")}</Nothing>;
  return (
    <ul className="versions">
      {hits.map((hit, i) => (
        // Two wordings of one passage can both be found: only its place tells a hit.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={i} className="version">
          <h2>
            <Link to={addressOf(workspace, hit)}>
              <bdi>{hit.citation === "" ? hit.text?.title : hit.citation}</bdi>
            </Link>{" "}
            <span className="quiet">
              {say(`found ${hit.kind}`)}
              {hit.delegations.length === 0 ? null : (
                <>
                  {" "}
                  <bdi className="codes">{hit.delegations.join(" ")}</bdi>
                </>
              )}
              {hit.text === null ? null : (
                <>
                  {" "}
                  · <bdi>{hit.text.title}</bdi>
                </>
              )}
            </span>
          </h2>
          <Excerpt pieces={hit.excerpt} />
        </li>
      ))}
    </ul>
  );
}

function Excerpt({ pieces }: { readonly pieces: SearchHit["excerpt"] }) {
  return (
    <p dir="auto" lang="und">
      {pieces.map(({ text, found }, i) => {
        const key = i;
        return found ? <mark key={key}>{text}</mark> : text;
      })}
    </p>
  );
}

function addressOf(workspace: string, hit: SearchHit): string {
  const { kind, text, draft, paragraph, round, compilation, passage, delegations } = hit;
  switch (kind) {
    case "delegation":
      return `/workspaces/${workspace}/members#${delegations[0]}`;
    case "round":
      return `/rounds/${round}`;
    case "proposal":
      return `/compilations/${compilation}${passage === null ? "" : `#${passageElement(passage)}`}`;
    case "paragraph":
      return draft === null ? `/paragraphs/${paragraph}` : `/drafts/${draft}#p-${paragraph}`;
    case "text":
      return `/texts/${text?.id}`;
  }
}
