import type { SearchHit } from "@compendium/contract";
import { Link, useSearchParams } from "react-router";
import { useOperation } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Form, TextField, textIn } from "../design/form.tsx";
import { Nothing, Page } from "../design/page.tsx";
import { WorkspaceLinks } from "../people/workspace-links.tsx";
import { SEARCHED_LEAST, searchedIn } from "./searched.ts";
import { useWords } from "./words.ts";

/** Texts, paragraphs and released proposals that hold some words. */
export function SearchPage({ workspace }: { readonly workspace: string }) {
  const say = useWords();
  const view = useOperation("readWorkspace", { workspace });
  const [query, setQuery] = useSearchParams();
  const words = searchedIn(query);
  return (
    <Page title={view.name} above={<WorkspaceLinks workspace={view} />}>
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
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.draft} ${hit.paragraph} ${hit.compilation} ${hit.excerpt}`} className="version">
          <h2>
            <Link to={addressOf(hit)}>
              <bdi>{hit.citation === "" ? hit.text.title : hit.citation}</bdi>
            </Link>{" "}
            <span className="quiet">
              {say(`found ${hit.kind}`)} · <bdi>{hit.text.title}</bdi>
            </span>
          </h2>
          <Excerpt text={hit.excerpt} />
        </li>
      ))}
    </ul>
  );
}

/** What was found stands between « and ». */
function Excerpt({ text }: { readonly text: string }) {
  return (
    <p dir="auto" lang="und">
      {text.split(/(«[^»]*»)/).map((piece, i) => {
        const key = i;
        return piece.startsWith("«") ? <mark key={key}>{piece.slice(1, -1)}</mark> : piece;
      })}
    </p>
  );
}

function addressOf({ text, draft, paragraph, compilation }: SearchHit): string {
  if (compilation !== null) return `/compilations/${compilation}`;
  if (paragraph === null) return draft === null ? `/texts/${text.id}` : `/drafts/${draft}`;
  return draft === null ? `/paragraphs/${paragraph}` : `/drafts/${draft}#p-${paragraph}`;
}
