import type { NegotiatedPassage, NegotiationView } from "@compendium/contract";
import { useOperation } from "../api/use-operation.ts";
import { Contents } from "../compilation/contents.tsx";
import { underHeadings } from "./under-headings.ts";
import { useWords } from "./words.ts";

interface PassagesOutlineProps {
  readonly draft: NegotiationView["draft"];
  /** Those that are shown. */
  readonly passages: readonly NegotiatedPassage[];
}

/** The headings under which there are passages, with how many, each a link to the first of them. */
export function PassagesOutline({ draft, passages }: PassagesOutlineProps) {
  const say = useWords();
  const { outline } = useOperation("readDraft", { draft: draft.id });
  const entries = underHeadings(outline, passages).map(({ heading: { row, level, label, text }, passages: own }) => ({
    key: row,
    level,
    title: `${label} ${text}`,
    to: `#${own[0].id}`,
    note: say("passages taken", { count: own.length }),
  }));
  return <Contents entries={entries} stands="beside" />;
}
