import { Link } from "react-router";
import { useOperation } from "../api/use-operation.ts";
import { Page } from "../design/page.tsx";
import { useWords } from "./words.ts";

/** A paragraph through all drafts, at its permanent address. */
export function ParagraphPage({ paragraph }: { readonly paragraph: string }) {
  const say = useWords();
  const { text, drafts } = useOperation("readParagraph", { paragraph });
  return (
    <Page
      title={drafts[0]?.citation || say("paragraph")}
      above={
        <Link to={`/texts/${text.id}`}>
          <bdi>{text.title}</bdi>
        </Link>
      }
      about={say("paragraph explained")}
    >
      <ol className="versions">
        {drafts.map(({ draft, number, symbol, citation, wording }) => (
          <li key={draft} className="version">
            <h2>
              <Link to={`/drafts/${draft}#p-${paragraph}`}>{say("draft number", { number })}</Link>{" "}
              <span className="quiet">
                <bdi>{symbol}</bdi> · <bdi>{citation}</bdi>
              </span>
            </h2>
            <p className="wording-text" dir="auto" lang="und">
              {wording}
            </p>
          </li>
        ))}
      </ol>
    </Page>
  );
}
