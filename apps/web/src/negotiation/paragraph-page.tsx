import { Link } from "react-router";
import { useOperation } from "../api/use-operation.ts";
import { Moment } from "../design/moment.tsx";
import { Nothing, Page, Section } from "../design/page.tsx";
import { ParagraphHistory } from "./paragraph-history.tsx";
import { useWords } from "./words.ts";

/** A paragraph at its permanent address: its wording in every draft, and below each what was proposed for it and decided. */
export function ParagraphPage({ paragraph }: { readonly paragraph: string }) {
  const say = useWords();
  const { text, drafts } = useOperation("readParagraph", { paragraph });
  const history = useOperation("readParagraphHistory", { paragraph });
  const place = drafts[0]?.citation || say("paragraph");
  return (
    <Page
      title={place}
      tab={`${place} · ${text.title}`}
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
      <Section title={say("history")}>
        {history.length === 0 ? <Nothing>{say("no history")}</Nothing> : null}
        <ol className="versions">
          {history.map((negotiated) => (
            <li key={negotiated.compilation} className="version">
              <h3>
                <Link to={`/compilations/${negotiated.compilation}/negotiation`}>
                  <bdi>{negotiated.round.title}</bdi>
                </Link>
              </h3>
              <p className="quiet">
                {say("draft number", { number: negotiated.draft.number })} <bdi>{negotiated.draft.symbol}</bdi> ·{" "}
                <Moment at={negotiated.releasedAt} />
              </p>
              <ParagraphHistory negotiated={negotiated} />
            </li>
          ))}
        </ol>
      </Section>
    </Page>
  );
}
