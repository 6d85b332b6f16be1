import { placesOf } from "../../consolidate/outline.ts";
import type { Compilation, CompiledStory } from "../../model/compilation.ts";
import type { StoryKind, Token } from "../../model/text.ts";
import type { CommentEntry, CompilationDocument, PassageEntry, StoryEntry } from "../compilation-document.ts";
import { type FoldedFormatting, foldFormatting } from "../fold-formatting.ts";

/** A row of the table of proposals, before it is written. Positions count the tokens of the base story. */
export type TableRow =
  /** Headings above the rows that follow, outermost first; for what stands beside the body, the name of that. */
  | { readonly kind: "group"; readonly headings: readonly string[] }
  | {
      readonly kind: "passage";
      readonly passage: PassageEntry;
      readonly context: Context;
      readonly comments: readonly CommentEntry[];
    }
  | { readonly kind: "formatting"; readonly formatting: FoldedFormatting }
  /** Comments at one place where nobody changes the text. */
  | {
      readonly kind: "comments";
      readonly citation: string;
      readonly context: Context;
      readonly comments: readonly CommentEntry[];
    };

/** A few words of the same paragraph on both sides, so that the reader finds the place. */
export interface Context {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** All rows in the order of the base text. */
export function tableRows(
  compilation: Compilation,
  document: CompilationDocument,
  withFormatting: boolean,
): TableRow[] {
  const rows: TableRow[] = [];
  let group = "";
  for (const [i, compiled] of compilation.stories.entries()) {
    const entry = document.stories[i] as StoryEntry; // one for each story, in the same order
    const own = document.comments.filter(({ story }) => story === entry.id);
    const placed = rowsOf(compiled, entry, own, withFormatting);
    if (placed.length === 0) continue;
    const placeOf = placesOf(compiled.story);
    for (const { at, row } of placed) {
      const place = placeOf(Math.max(0, Math.min(at, compiled.story.tokens.length - 1)));
      const headings = entry.kind === "body" ? place.headings : [BESIDE[entry.kind]];
      if (headings.join("\n") !== group && headings.length > 0) rows.push({ kind: "group", headings });
      group = headings.join("\n");
      rows.push(row);
    }
  }
  return rows;
}

const BESIDE: Readonly<Record<StoryKind, string>> = {
  body: "",
  footnote: "Footnotes",
  endnote: "Endnotes",
  header: "Headers",
  footer: "Footers",
  textbox: "Text boxes",
};

interface PlacedRow {
  readonly at: number;
  readonly row: TableRow;
}

function rowsOf(
  { story }: CompiledStory,
  { passages, formatting }: StoryEntry,
  comments: readonly CommentEntry[],
  withFormatting: boolean,
): PlacedRow[] {
  const rows: PlacedRow[] = passages.map((passage) => ({
    at: passage.from,
    row: {
      kind: "passage",
      passage,
      context: contextOf(story.tokens, passage.from, passage.to, passage.base),
      comments: comments.filter((comment) => comment.passage === passage.id),
    },
  }));
  if (withFormatting) {
    for (const entry of foldFormatting(formatting))
      rows.push({ at: entry.from, row: { kind: "formatting", formatting: entry } });
  }
  const free = comments.filter(({ passage }) => passage === null);
  const byPlace = Map.groupBy(free, ({ from, to }) => `${from} ${to}`);
  for (const here of byPlace.values()) {
    const { from, to, citation, about } = here[0] as CommentEntry; // a group has a member
    rows.push({
      at: from,
      row: { kind: "comments", citation, context: contextOf(story.tokens, from, to, about), comments: here },
    });
  }
  return rows.toSorted((x, y) => x.at - y.at);
}

/** Enough to find the place, and little enough to see it at a glance. */
const CONTEXT_WORDS = 10;

function contextOf(tokens: readonly Token[], from: number, to: number, words: string): Context {
  let start = from;
  while (start > 0 && from - start < CONTEXT_WORDS && isInParagraph(tokens[start - 1])) start--;
  let end = to;
  const endsParagraph = to > from && tokens[to - 1]?.kind === "mark";
  while (!endsParagraph && end - to < CONTEXT_WORDS && isInParagraph(tokens[end])) end++;
  const textOfRange = (a: number, b: number): string =>
    tokens
      .slice(a, b)
      .map(({ text }) => text)
      .join("");
  return {
    before: (start > 0 && isInParagraph(tokens[start - 1]) ? "… " : "") + textOfRange(start, from),
    words,
    after: textOfRange(to, end) + (end > to && isInParagraph(tokens[end]) ? "…" : ""),
  };
}

function isInParagraph(token: Token | undefined): boolean {
  return token?.kind === "word" || token?.kind === "atom";
}
