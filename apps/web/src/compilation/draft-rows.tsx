import type { ContentRow } from "@compendium/contract";
import type { BlockEntry } from "@compendium/engine";
import { memo, type ReactNode } from "react";
import { Link } from "react-router";
import { useOperation, useOperationLater } from "../api/use-operation.ts";
import { ParagraphView } from "./text/paragraph-view.tsx";
import { NOTHING_PLACED } from "./text/placing.ts";
import { TableView } from "./text/table-view.tsx";
import { useWords } from "./words.ts";

/** How many rows are read at once after the first ones. */
const ROWS_AT_ONCE = 2000;

/** The rows of a draft: the first at once, the rest as they come. */
export function useDraftRows(draft: string): { readonly rows: readonly ContentRow[]; readonly isWhole: boolean } {
  const first = useOperation("readDraftContent", { draft });
  const from = first.rows.length;
  const isMore = from < first.all;
  const { answer } = useOperationLater("readDraftContent", { draft, from, count: ROWS_AT_ONCE }, { enabled: isMore });
  const rows = answer === undefined ? first.rows : [...first.rows, ...answer.rows];
  return { rows, isWhole: rows.length >= first.all };
}

interface DraftRowsProps {
  readonly rows: readonly ContentRow[];
  /** Stands after a row, such as what is proposed for it. */
  readonly after?: (row: ContentRow) => ReactNode;
}

/** Rows of a draft with nothing proposed, in the look of the compilation. */
export function DraftRows({ rows, after }: DraftRowsProps) {
  return rows.map((row, i) => (
    <div key={row.row} className="draft-row" id={anchorOf(row)}>
      {row.story !== (rows[i - 1]?.story ?? "body") ? <StoryTitle story={row.story} /> : null}
      <DraftRow row={row} />
      {after?.(row)}
    </div>
  ));
}

/** A row as the engine tells it. */
export function blockOf({ block }: ContentRow): BlockEntry {
  return block as BlockEntry;
}

const DraftRow = memo(function Row({ row }: { readonly row: ContentRow }) {
  return <DraftBlock block={blockOf(row)} />;
});

function DraftBlock({ block }: { readonly block: BlockEntry }) {
  const say = useWords();
  if (block.kind === "table") return <TableView block={block} placing={NOTHING_PLACED} />;
  if (block.kind !== "paragraph") return block.blocks.map((inner) => <DraftBlock key={inner.from} block={inner} />);
  return (
    <>
      <ParagraphView paragraph={block} placing={NOTHING_PLACED} depth={block.headingLevel} />
      {block.id === undefined ? null : (
        <Link
          className="permalink"
          to={`/paragraphs/${block.id}`}
          aria-label={say("permanent link", { citation: block.citation })}
        >
          <span aria-hidden="true">¶</span>
        </Link>
      )}
    </>
  );
}

function StoryTitle({ story }: { readonly story: string }) {
  const say = useWords();
  const [kind = "", number = ""] = story.split(":");
  const known = (["footnote", "endnote", "header", "footer", "textbox"] as const).find((each) => each === kind);
  return <p className="story-title">{known === undefined ? story : say(known, { number })}</p>;
}

/** The element of the row in which a position of a story stands; that of the first one where the row is not there yet. */
export function anchorAt(rows: readonly ContentRow[], story: string, position: number): string {
  const row = rows.findLast((each) => each.story === story && blockOf(each).from <= position) ?? rows[0];
  return row === undefined ? "" : anchorOf(row);
}

function anchorOf(row: ContentRow): string {
  const block = blockOf(row);
  return block.kind === "paragraph" && block.id !== undefined ? `p-${block.id}` : `row-${row.row}`;
}
