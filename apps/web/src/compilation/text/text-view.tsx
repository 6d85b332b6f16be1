import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type Ref, type RefObject, useEffect, useImperativeHandle, useRef } from "react";
import { useHydrated } from "../../design/hydrated.ts";
import { useWords } from "../words.ts";
import { RowView } from "./row-view.tsx";
import { headingsAbove, type TextRow } from "./rows.ts";
import { usePrinting } from "./use-printing.ts";

export interface TextHandle {
  /** Brings a row into view; with a stop, its button too, and the focus to it if asked for. */
  show(row: number, stopId?: string, options?: { readonly focus: boolean }): void;
  /** For a key that comes sooner: the stop to which the focus is still on its way. It does not go there any more. */
  overtake(): string | null;
}

interface TextViewProps {
  readonly rows: readonly TextRow[];
  /** False while more rows are on their way. */
  readonly isWhole: boolean;
  /** Index of the row that, beside the headings above what is in view, stays in the page even when it is scrolled away, so that the focus is not lost. */
  readonly keptRow: number;
  /** Tells the first row in view when it changes. */
  readonly onScrolled: (row: number) => void;
  readonly handle: Ref<TextHandle>;
}

/** Rows that the server renders: enough for the first screens, until the window takes over. */
const ROWS_WITHOUT_SCRIPT = 120;

/**
 * The text as a window: only rows in view, and a few around, are in the page; on paper all of them are. What the server
 * renders are the first rows in their order, for it knows no heights.
 */
export function TextView({ rows, isWhole, keptRow, onScrolled, handle }: TextViewProps) {
  const say = useWords();
  const scroller = useRef<HTMLElement>(null);
  const isPrinting = usePrinting();
  const isHydrated = useHydrated();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => estimatedHeight(rows[index]),
    overscan: 12,
    rangeExtractor: (range) => {
      const indexes = new Set(defaultRangeExtractor(range));
      for (const above of headingsAbove(rows, range.startIndex)) indexes.add(above);
      if (keptRow >= 0 && keptRow < rows.length) indexes.add(keptRow);
      return [...indexes].sort((a, b) => a - b);
    },
  });
  const first = virtualizer.range?.startIndex ?? 0;
  useEffect(() => onScrolled(first), [first, onScrolled]);

  const focusFor = useRef<string | null>(null);
  useImperativeHandle(handle, () => ({
    show(row, stopId, { focus } = { focus: false }) {
      if (row < 0) return;
      virtualizer.scrollToIndex(row, { align: stopId === undefined ? "start" : "center" });
      if (stopId === undefined) return;
      focusFor.current = focus ? stopId : null;
      afterLayout(
        () => scrollToStop(scroller.current, stopId, focusFor),
        () => {
          if (focusFor.current === stopId) focusFor.current = null;
        },
      );
    },
    overtake() {
      const stopId = focusFor.current;
      focusFor.current = null;
      return stopId;
    },
  }));

  return (
    // The text is scrolled by keyboard, so it takes the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section ref={scroller} id="text" className="text" aria-label={say("text")} tabIndex={0} lang="und">
      <h2 className="hidden-words">{say("text")}</h2>
      {isPrinting || !isHydrated ? (
        <div key="in order" className="sheet">
          {(isPrinting ? rows : rows.slice(0, ROWS_WITHOUT_SCRIPT)).map((row) => (
            <div key={row.key} className="row" data-row={row.kind}>
              <RowView row={row} />
            </div>
          ))}
          {isPrinting || (isWhole && rows.length <= ROWS_WITHOUT_SCRIPT) ? null : (
            <p className="left-out">{say("rest needs script")}</p>
          )}
        </div>
      ) : (
        <div key="in a window" className="sheet sheet-windowed" style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                data-row={row.kind}
                className="row"
                style={{ transform: `translateY(${start}px)` }}
              >
                <RowView row={row} />
              </div>
            );
          })}
        </div>
      )}
    </section>
  );
}

/** Rough, until the row has been seen: lines of the usual width, or rows of a table. In pixels. */
function estimatedHeight(row: TextRow | undefined): number {
  if (row?.kind === "paragraph") return 30 + 28 * Math.ceil(row.paragraph.words.length / 13);
  if (row?.kind === "table") return 24 + 70 * row.table.blocks.length;
  return 60;
}

/** Rows take their place over a few frames, while their heights become known. */
function afterLayout(act: () => boolean, giveUp: () => void, frames = 30): void {
  requestAnimationFrame(() => {
    if (act()) return;
    if (frames > 0) afterLayout(act, giveUp, frames - 1);
    else giveUp();
  });
}

/** True once the stop is in the page, and so in view. */
function scrollToStop(scroller: HTMLElement | null, stopId: string, focusFor: RefObject<string | null>): boolean {
  const mark = document.getElementById(stopId);
  if (scroller === null || mark === null) return false;
  const { top, bottom } = mark.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const isHidden = top < Math.max(view.top, 0) || bottom > Math.min(view.bottom, innerHeight);
  if (isHidden) mark.scrollIntoView({ block: "center" });
  if (focusFor.current === stopId) {
    focusFor.current = null;
    mark.focus({ preventScroll: true });
  }
  return true;
}
