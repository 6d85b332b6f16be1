import { useSearchParams } from "react-router";
import { DownloadLink } from "../api/download-link.tsx";
import { useOperation } from "../api/use-operation.ts";
import { Redline } from "../compilation/text/redline.tsx";
import { Choice } from "../design/choice.tsx";
import { Nothing, Page } from "../design/page.tsx";
import { LeftOut } from "./left-out.tsx";
import { NegotiationLinks } from "./negotiation-links.tsx";
import { usePaperLanguage } from "./use-paper-language.ts";
import { useWords } from "./words.ts";

/** What became of every proposal and every wording on the table in the next draft, and why; and what is left out of it. */
export function OutcomesPage({ compilation }: { readonly compilation: string }) {
  const say = useWords();
  const view = useOperation("readNegotiation", { compilation });
  const outcomes = useOperation("readOutcomes", { compilation });
  const [query, setQuery] = useSearchParams();
  const of = query.get("delegation") ?? "";
  const shown = outcomes.wordings.filter(({ by }) => of === "" || by.includes(of));
  const paper = { compilation, language: usePaperLanguage() };
  return (
    <Page title={say("outcomes title", { text: view.text.title })} above={<NegotiationLinks view={view} />}>
      <ul className="links">
        <li>
          <DownloadLink operation="downloadTraceability" input={paper}>
            {say("traceability word")}
          </DownloadLink>
        </li>
        <li>
          <DownloadLink operation="downloadTraceabilityTable" input={paper}>
            {say("traceability csv")}
          </DownloadLink>
        </li>
      </ul>
      {outcomes.wordings.length === 0 ? null : (
        <div className="toolbar-line">
          <Choice
            label={say("proposed by")}
            options={[
              { id: "", label: say("any delegation") },
              ...view.delegations.map(({ code, name }) => ({ id: code, label: `${name} (${code})` })),
            ]}
            chosen={of}
            onChoose={(delegation) => setQuery(delegation === "" ? {} : { delegation })}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <Nothing>{say(outcomes.wordings.length === 0 ? "no outcomes" : "none of theirs")}</Nothing>
      ) : (
        // A table that is scrolled by keyboard takes the focus.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section className="table-scroll" aria-label={say("to outcomes")} tabIndex={0}>
          <table className="text-table outcomes">
            <thead>
              <tr>
                {(["passage", "base wording", "proposal", "proposed by", "outcome", "why"] as const).map((heading) => (
                  <th key={heading} scope="col">
                    {say(heading)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ passage, citation, base, wording, onTable, by, became, reason, note }) => (
                <tr key={onTable ?? `${passage} ${by[0]}`}>
                  <th scope="row">
                    <bdi>{citation}</bdi>
                  </th>
                  <WordingCell text={base} none={say("nothing there")} />
                  <WordingCell text={wording} none={say("to be deleted")} />
                  <td>
                    <bdi className="codes">{by.map((code) => code ?? say("table as chair")).join(" ")}</bdi>
                    {onTable === null ? null : <span className="quiet"> {say("put on the table")}</span>}
                  </td>
                  <td>{say(`became ${became}`)}</td>
                  <td>
                    {reason === null ? null : say(`because ${reason}`)} {note === "" ? null : <bdi>{note}</bdi>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <LeftOut outcomes={outcomes} />
    </Page>
  );
}

interface WordingCellProps {
  readonly text: string;
  /** What stands there for no words at all. */
  readonly none: string;
}

/** Words of the text are in its language and direction; an end of a paragraph is shown, for it can be all that is proposed. */
function WordingCell({ text, none }: WordingCellProps) {
  if (text === "") return <td className="quiet">{none}</td>;
  return (
    <td dir="auto" lang="und">
      <Redline redline={[{ kind: "kept", text }]} codes={[]} />
    </td>
  );
}
