import { useEffect } from "react";
import { Link } from "react-router";
import { DownloadLink } from "../api/download-link.tsx";
import { useOperation } from "../api/use-operation.ts";
import { DraftOutline } from "../compilation/draft-outline.tsx";
import { DraftRows, useDraftRows } from "../compilation/draft-rows.tsx";
import { Hash } from "../design/hash.tsx";
import { Day } from "../design/moment.tsx";
import { Page } from "../design/page.tsx";
import { useWords } from "./words.ts";

/** A draft to be read: its outline beside it, each paragraph with its permanent link. */
export function DraftPage({ draft }: { readonly draft: string }) {
  const say = useWords();
  const view = useOperation("readDraft", { draft });
  const { rows, isWhole } = useDraftRows(draft);
  useScrollToHash(rows.length);
  const { text, number, symbol, file, tracked, createdAt, paragraphs } = view;
  return (
    <Page
      title={`${text.title}: ${say("draft number", { number })}`}
      above={
        <Link to={`/texts/${text.id}`}>
          <bdi>{text.title}</bdi>
        </Link>
      }
      about={
        <div className="facts">
          {symbol === "" ? null : <bdi>{symbol}</bdi>}
          <span>{say("paragraphs", { count: paragraphs })}</span>
          <Day at={createdAt} />
          <span>{say(`distribution ${text.distribution}`)}</span>
          <span>
            SHA-256 <Hash value={file.sha256} />
          </span>
        </div>
      }
      actions={
        <>
          <DownloadLink operation="downloadDraft" input={{ draft }} file={file}>
            {say("download word")}
          </DownloadLink>
          {tracked === null ? null : (
            <DownloadLink operation="downloadTrackedDraft" input={{ draft }} file={tracked}>
              {say("download tracked")}
            </DownloadLink>
          )}
        </>
      }
    >
      <div className="reading">
        <DraftOutline outline={view.outline} stands="beside" />
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

/** Where the paragraph of the address comes with the later rows, the browser has given up looking for it. */
function useScrollToHash(rows: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever there are more rows
  useEffect(() => {
    if (location.hash === "") return;
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, [rows]);
}
