import type { NegotiatedPassage, PositionView } from "@compendium/contract";
import { useState } from "react";
import { Link } from "react-router";
import { useOperation } from "../api/use-operation.ts";
import { Choice, oneOf } from "../design/choice.tsx";
import { Nothing, Page } from "../design/page.tsx";
import { NegotiationLinks } from "./negotiation-links.tsx";
import { NextDraft } from "./next-draft.tsx";
import { PassageItem } from "./passage-item.tsx";
import { PassagesOutline } from "./passages-outline.tsx";
import { isOpen } from "./progress.ts";
import { Summary } from "./summary.tsx";
import { useWords } from "./words.ts";

const FILTERS = ["all", "open", "decided"] as const;

/** Who can live with what, passage by passage; for who holds the pen, where decisions are recorded. */
export function NegotiationPage({ compilation }: { readonly compilation: string }) {
  const say = useWords();
  const view = useOperation("readNegotiation", { compilation });
  const positions = useOperation("listPositions", { compilation });
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>("all");
  const shown = view.passages.filter((passage) => filter === "all" || isOpen(passage) === (filter === "open"));
  return (
    <Page
      title={say("title", { text: view.text.title })}
      above={<NegotiationLinks view={view} />}
      about={
        <>
          <Link to={`/drafts/${view.draft.id}`}>{say("draft asked about", { symbol: view.draft.symbol })}</Link>
          <p>{say("counts nothing")}</p>
        </>
      }
    >
      {view.passages.length === 0 ? (
        <Nothing>{say("no passages")}</Nothing>
      ) : (
        <Summary view={view} positions={positions} />
      )}
      <NextDraft view={view} />
      {view.passages.length === 0 ? null : (
        <div className="toolbar-line">
          <Choice
            label={say("show")}
            options={FILTERS.map((id) => ({ id, label: say(`show ${id}`) }))}
            chosen={filter}
            onChoose={(id) => setFilter(oneOf(FILTERS, id))}
          />
        </div>
      )}
      {shown.length === 0 && view.passages.length > 0 ? <Nothing>{say("nothing to show")}</Nothing> : null}
      <div className="reading">
        <PassagesOutline draft={view.draft} passages={shown} />
        <ol className="versions">
          {shown.map((passage) => (
            <li key={passage.id} className="version">
              <PassageItem view={view} passage={passage} positions={positionsOn(passage, positions)} />
            </li>
          ))}
        </ol>
      </div>
    </Page>
  );
}

function positionsOn({ id }: NegotiatedPassage, positions: readonly PositionView[]): readonly PositionView[] {
  return positions.filter(({ passage }) => passage === id);
}
