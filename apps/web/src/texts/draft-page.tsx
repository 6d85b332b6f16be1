import type { DraftView } from "@compendium/contract";
import { useEffect } from "react";
import { Link } from "react-router";
import { DownloadLink } from "../api/download-link.tsx";
import { useOperation } from "../api/use-operation.ts";
import { DraftRows, useDraftRows } from "../compilation/draft-rows.tsx";
import { Day } from "../design/moment.tsx";
import { Page } from "../design/page.tsx";
import { useWords } from "./words.ts";

/** A draft to be read: its outline beside it, each paragraph with its permanent link. */
export function DraftPage({ draft }: { readonly draft: string }) {
  const say = useWords();
  const view = useOperation("readDraft", { draft });
  const { rows, isWhole } = useDraftRows(draft);
  useScrollToHash(rows.length);
  const { text, number, symbol, file, createdAt, paragraphs } = view;
  return (
    <Page
      title={`${text.title}: ${say("draft number", { number })}`}
      above={
        <Link to={`/texts/${text.id}`}>
          <bdi>{text.title}</bdi>
        </Link>
      }
      about={
        <p className="facts">
          {symbol === "" ? null : <bdi>{symbol}</bdi>}
          <span>{say("paragraphs", { count: paragraphs })}</span>
          <Day at={createdAt} />
          <span>{say(`distribution ${text.distribution}`)}</span>
        </p>
      }
      actions={
        <DownloadLink operation="downloadDraft" input={{ draft }} file={file}>
          {say("download word")}
        </DownloadLink>
      }
    >
      <div className="reading">
        <OutlineOfDraft outline={view.outline} />
        <article className="draft sheet" lang={view.language}>
          <h2 className="hidden-words">{say("text itself")}</h2>
          <DraftRows rows={rows} />
          {isWhole ? null : (
            <p className="left-out" role="status">
              {say("more is coming")}
            </p>
          )}
        </article>
      </div>
    </Page>
  );
}

function OutlineOfDraft({ outline }: Pick<DraftView, "outline">) {
  const say = useWords();
  if (outline.length === 0) return <nav aria-label={say("outline")} />;
  return (
    <nav className="contents" aria-label={say("outline")}>
      <details open>
        <summary>{say("outline")}</summary>
        <ol>
          {outline.map(({ row, level, label, text, paragraph }) => (
            <li key={row} className={`contents-level-${Math.min(level, 3)}`}>
              <a href={paragraph === null ? `#row-${row}` : `#p-${paragraph}`}>
                <bdi>
                  {label} {text}
                </bdi>
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

/** Where the paragraph of the address comes with the later rows, the browser has given up looking for it. */
function useScrollToHash(rows: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever there are more rows
  useEffect(() => {
    if (location.hash === "") return;
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, [rows]);
}
