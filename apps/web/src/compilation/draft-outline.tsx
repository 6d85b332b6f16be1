import type { DraftView } from "@compendium/contract";
import { Contents, type ContentsEntry } from "./contents.tsx";

interface DraftOutlineProps extends Pick<DraftView, "outline"> {
  readonly stands: "beside" | "above";
}

/** The headings of a draft, each a link to its place among the rows. */
export function DraftOutline({ outline, stands }: DraftOutlineProps) {
  const entries = outline.map(
    ({ row, level, label, text, paragraph }): ContentsEntry => ({
      key: row,
      level,
      title: `${label} ${text}`,
      to: paragraph === null ? `#row-${row}` : `#p-${paragraph}`,
    }),
  );
  return <Contents entries={entries} stands={stands} />;
}
