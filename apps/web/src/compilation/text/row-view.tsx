import { memo } from "react";
import { useWords } from "../words.ts";
import { ParagraphView } from "./paragraph-view.tsx";
import type { StoryTitleRow, TextRow } from "./rows.ts";
import { StopBlock } from "./stop-block.tsx";
import { TableView } from "./table-view.tsx";

export const RowView = memo(function AnyRow({ row }: { readonly row: TextRow }) {
  switch (row.kind) {
    case "paragraph":
      return <ParagraphView paragraph={row.paragraph} placing={row.placing} depth={row.depth} />;
    case "table":
      return <TableView block={row.table} placing={row.placing} />;
    case "stop":
      return row.stops.map((stop) => <StopBlock key={stop.id} stop={stop} />);
    case "story-title":
      return <StoryTitle row={row} />;
    case "left-out":
      return <LeftOut count={row.count} />;
  }
});

function StoryTitle({ row: { storyKind, number } }: { readonly row: StoryTitleRow }) {
  const say = useWords();
  return <p className="story-title">{say(storyKind, { number })}</p>;
}

function LeftOut({ count }: { readonly count: number }) {
  const say = useWords();
  return <p className="left-out">{say("left out", { count })}</p>;
}
