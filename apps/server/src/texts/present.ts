import type { DraftSummary, DraftView, ParagraphView, ContentRow as RowView, TextView } from "@compendium/contract";
import type { Actor } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import { Written } from "../platform/http/written.ts";
import { fileFactsOf, trackedFactsOf } from "./commands.ts";
import { changeText } from "./policy.ts";
import type { ContentRow, DraftRow, PlacedParagraph, TextRow, WholeDraftRow } from "./queries.ts";

export function presentText(actor: Actor, text: TextRow, drafts: readonly DraftRow[]): TextView {
  const { createdAt, languages, audience, ...facts } = text;
  return {
    ...facts,
    languages: [...languages],
    audience: audience === null ? null : [...audience],
    createdAt: createdAt.toISOString(),
    drafts: drafts.filter((draft) => draft.text === text.id).map(presentDraftSummary),
    may: can(actor, changeText, text) ? ["change", "add draft", "open round"] : [],
  };
}

function presentDraftSummary(draft: DraftRow): DraftSummary {
  const { id, number, symbol, language, createdAt, paragraphs } = draft;
  return {
    id,
    number,
    symbol,
    language,
    file: fileFactsOf(draft),
    tracked: trackedFactsOf(draft),
    createdAt: createdAt.toISOString(),
    paragraphs,
  };
}

export function presentDraft(draft: WholeDraftRow, { id, title, distribution, workspace }: TextRow): DraftView {
  return {
    ...presentDraftSummary(draft),
    text: { id, title, distribution, workspace },
    outline: [...draft.outline],
    rows: draft.rows,
    notices: [...draft.notices],
  };
}

/** Of a draft that has `all` rows. */
export function presentContent(rows: readonly ContentRow[], all: number): Written {
  const written = rows.map(({ row, story, kind, block }) => {
    const facts = JSON.stringify({ row, story, kind } satisfies Omit<RowView, "block">);
    return `${facts.slice(0, -1)},"block":${block}}`;
  });
  return new Written(`{"rows":[${written.join(",")}],"all":${all}}`);
}

export function presentParagraph(text: TextRow, places: readonly PlacedParagraph[], id: string): ParagraphView {
  return {
    id,
    text: { id: text.id, title: text.title },
    drafts: places.map(({ draft, number, symbol, citation, wording, row }) => ({
      draft,
      number,
      symbol,
      citation,
      wording,
      row,
    })),
  };
}
