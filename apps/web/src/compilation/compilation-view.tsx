import type { CompilationDocument } from "@compendium/engine";
import {
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { Button } from "../design/button.tsx";
import { Card } from "./card.tsx";
import { Check } from "./check.tsx";
import { useDelegationName } from "./delegation-names.tsx";
import { Filters } from "./filters.tsx";
import { Outline } from "./outline.tsx";
import { PrintedComments } from "./printed-comments.tsx";
import { EVERYTHING, type Filter, filteredRows, isOpen, matches } from "./text/filter.ts";
import { outlineOf } from "./text/outline.ts";
import { rowsOf } from "./text/rows.ts";
import { type Stop, stopsOf } from "./text/stops.ts";
import { type TextHandle, TextView } from "./text/text-view.tsx";
import { TextWaysContext } from "./text/text-ways.ts";
import { useKeys } from "./use-keys.ts";
import { usePlaceInAddress } from "./use-place-in-address.ts";
import { useWords } from "./words.ts";

interface CompilationViewProps {
  readonly compilation: CompilationDocument;
  /** False while it is only the beginning, and the rest is on its way. */
  readonly isWhole?: boolean;
  /** True before the release, for those who release it. */
  readonly isToCheck?: boolean;
  /** Stands at the end of the row of filters. */
  readonly actions: ReactNode;
}

/** Outline, text and card: a compilation to be read and walked through. */
export function CompilationView({ compilation, isWhole = true, isToCheck = false, actions }: CompilationViewProps) {
  const say = useWords();
  const [filter, setFilter] = useState<Filter>(EVERYTHING);
  const [readAs, setReadAs] = useState<string | null>(null);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [isCardOpen, setCardOpen] = useState(false);
  // Only where there is no room for both beside the text.
  const [isOutlineOpen, setOutlineOpen] = useState(false);
  const [areFiltersOpen, setFiltersOpen] = useState(false);
  const [firstRow, setFirstRow] = useState(0);
  const text = useRef<TextHandle>(null);
  const firstFilter = useRef<HTMLSelectElement>(null);
  const cardHeading = useRef<HTMLHeadingElement>(null);

  const stops = useMemo(() => stopsOf(compilation), [compilation]);
  const allRows = useMemo(() => rowsOf(compilation, stops), [compilation, stops]);
  // The controls answer at once; the long text follows when there is time.
  const shownFilter = useDeferredValue(filter);
  const shownReading = useDeferredValue(readAs);
  const rows = useMemo(() => filteredRows(allRows, shownFilter), [allRows, shownFilter]);
  const matching = useMemo(
    () => allRows.flatMap((row) => row.stops.filter((stop) => matches(shownFilter, stop))),
    [allRows, shownFilter],
  );
  const outline = useMemo(() => outlineOf(allRows, (stop) => matches(shownFilter, stop)), [allRows, shownFilter]);

  const current = stops.find(({ id }) => id === currentId) ?? null;
  const currentAt = matching.findIndex(({ id }) => id === currentId);
  const currentRow = rows.findIndex((row) => row.stops.some(({ id }) => id === currentId));
  const heading =
    rows.slice(0, firstRow + 1).findLast((row) => outline.some(({ key }) => key === row.key))?.key ?? null;

  const openCard = useCallback((id: string): void => {
    setCurrentId(id);
    setCardOpen(true);
  }, []);
  const goTo = (stop: Stop | undefined, options = { focus: true }): void => {
    if (stop === undefined) return;
    setCurrentId(stop.id);
    setReadAs(null);
    if (!rows.some((row) => row.stops.includes(stop))) setFilter(EVERYTHING);
    const shown = rows.some((row) => row.stops.includes(stop)) ? rows : allRows;
    text.current?.show(
      shown.findIndex((row) => row.stops.includes(stop)),
      stop.id,
      options,
    );
  };
  const step = (by: 1 | -1, options = { focus: true }): void => {
    const from = currentAt < 0 ? nearestBefore(matching, stopsBelow(rows, firstRow), by) : currentAt;
    goTo(matching[Math.min(Math.max(from + by, 0), matching.length - 1)], options);
  };
  usePlaceInAddress(stops, (stop) => {
    openCard(stop.id);
    goTo(stop);
  });
  // The first place of a filter is there once the long text has followed it.
  const wantedFirst = useRef<Filter | null>(null);
  const goToFirst = useEffectEvent(() => goTo(matching[0]));
  useEffect(() => {
    if (wantedFirst.current !== shownFilter) return;
    wantedFirst.current = null;
    goToFirst();
  }, [shownFilter]);
  const showOnly = (wanted: Filter): void => {
    wantedFirst.current = wanted;
    setFilter(wanted);
  };
  const closeCard = (): void => {
    setCardOpen(false);
    if (current !== null) goTo(current);
  };
  const goToHeading = (key: string): void => {
    setOutlineOpen(false);
    text.current?.show(rows.findIndex((row) => row.key === key));
  };

  const isOnMark = (): boolean => document.activeElement?.classList.contains("mark") ?? false;
  const enterCard = (): boolean => {
    const id = text.current?.overtake() ?? (isOnMark() ? (document.activeElement?.id ?? null) : null);
    if (id === null) return false;
    openCard(id);
    requestAnimationFrame(() => cardHeading.current?.focus());
    return true;
  };
  const enterFilters = (): void => {
    setFiltersOpen(true);
    requestAnimationFrame(() => firstFilter.current?.focus());
  };
  useKeys([
    ["j", () => step(1)],
    ["k", () => step(-1)],
    ["ArrowDown", () => isOnMark() && step(1)],
    ["ArrowUp", () => isOnMark() && step(-1)],
    ["Enter", enterCard],
    ["Escape", () => isCardOpen && closeCard()],
    ["/", enterFilters],
  ]);

  const ways = useMemo(
    () => ({ current: currentId, open: openCard, readAs: shownReading }),
    [currentId, openCard, shownReading],
  );
  const codes = compilation.delegations.map(({ code }) => code);
  return (
    <div
      className="compilation"
      data-card={isCardOpen || undefined}
      data-outline={isOutlineOpen || undefined}
      data-filters={areFiltersOpen || undefined}
    >
      <nav aria-label={say("compilation")}>
        <a className="skip-link" href="#text">
          {say("skip to text")}
        </a>
        <a className="skip-link" href="#outline">
          {say("skip to outline")}
        </a>
        <a className="skip-link" href="#card">
          {say("skip to card")}
        </a>
      </nav>
      <div className="toolbar">
        <Button
          look="framed"
          onPress={() => setOutlineOpen(!isOutlineOpen)}
          aria-expanded={isOutlineOpen}
          aria-controls="outline"
        >
          {say("outline")}
        </Button>
        <Button
          look="framed"
          onPress={() => setFiltersOpen(!areFiltersOpen)}
          aria-expanded={areFiltersOpen}
          aria-controls="filters"
        >
          {say("filters")}
        </Button>
        <Filters
          codes={codes}
          filter={filter}
          onFilter={setFilter}
          readAs={readAs}
          onReadAs={setReadAs}
          firstRef={firstFilter}
        />
        {isOpen(filter) ? null : (
          <Button look="plain" onPress={() => setFilter(EVERYTHING)}>
            {say("clear filters")}
          </Button>
        )}
        {actions}
        <p className="status quiet" role="status">
          <PlaceCount matching={matching} all={stops} isFiltered={!isOpen(shownFilter)} />
        </p>
        <ReadingNote readAs={shownReading} />
        {isToCheck ? <Check compilation={compilation} stops={stops} onShow={showOnly} /> : null}
      </div>
      <Outline entries={outline} current={heading} onGo={goToHeading} />
      <TextWaysContext value={ways}>
        <TextView rows={rows} isWhole={isWhole} keptRow={currentRow} onScrolled={setFirstRow} handle={text} />
      </TextWaysContext>
      <aside className="card-place" id="card" tabIndex={-1} aria-label={say("card")}>
        {current === null || !isCardOpen ? (
          <p className="quiet">{say("choose a passage")}</p>
        ) : (
          <Card
            key={current.id}
            stop={current}
            number={currentAt + 1}
            count={matching.length}
            onStep={(by) => step(by, { focus: false })}
            onGo={(passageId) => goTo(stops.find((stop) => stop.kind === "passage" && stop.passage.id === passageId))}
            onClose={closeCard}
            headingRef={cardHeading}
          />
        )}
      </aside>
      <PrintedComments compilation={compilation} />
    </div>
  );
}

interface PlaceCountProps {
  readonly matching: readonly Stop[];
  readonly all: readonly Stop[];
  readonly isFiltered: boolean;
}

/** How many places are shown; of all of them, what they are, for only passages are negotiated and counted elsewhere. */
function PlaceCount({ matching, all, isFiltered }: PlaceCountProps) {
  const say = useWords();
  if (isFiltered) return say("places of", { count: matching.length, all: all.length });
  const kinds = (["passage", "formatting", "comments"] as const).flatMap((kind) => {
    const count = all.filter((stop) => stop.kind === kind).length;
    return count === 0 ? [] : [say(`places are ${kind}`, { count })];
  });
  const places = say("places", { count: all.length });
  return kinds.length === 0 ? places : `${places}: ${kinds.join(", ")}`;
}

function ReadingNote({ readAs }: { readonly readAs: string | null }) {
  const say = useWords();
  const nameOf = useDelegationName();
  const note = readAs === "base" ? say("reading base note") : say("reading note", { who: nameOf(readAs ?? "") });
  return (
    <p className="reading-note" role="status">
      {readAs === null ? null : note}
    </p>
  );
}

/** The ids of the stops in view and below, of which the first is where a walk begins. */
function stopsBelow(rows: readonly { readonly stops: readonly Stop[] }[], first: number): ReadonlySet<string> {
  return new Set(rows.slice(first).flatMap((row) => row.stops.map(({ id }) => id)));
}

/** The index from which one step leads to the first stop in view, or, going up, to the last one above. */
function nearestBefore(matching: readonly Stop[], below: ReadonlySet<string>, by: 1 | -1): number {
  const first = matching.findIndex(({ id }) => below.has(id));
  if (first < 0) return by === 1 ? matching.length - 2 : matching.length;
  return by === 1 ? first - 1 : first;
}
