import type { SearchHit } from "@compendium/contract";
import type { Actor } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import { excerptPieces } from "../platform/database/full-text.ts";
import { type Found, isNamed, NAMED, type Search } from "../platform/search.ts";
import type { Db } from "../platform/tables.ts";
import { readText } from "./policy.ts";
import { type FoundParagraph, searchParagraphs, type TextRow, textsOf } from "./queries.ts";

/** Titles and symbols that hold the words as they stand, then paragraphs of the newest drafts. */
export async function searchTexts(db: Db, actor: Actor, { workspace, words, count }: Search): Promise<Found[]> {
  const texts = (await textsOf(db, workspace)).filter((each) => can(actor, readText, each));
  const named = texts.filter(({ title, symbol }) => isNamed(`${title} ${symbol}`, words));
  const ids = texts.map(({ id }) => id);
  const paragraphs = await searchParagraphs(db, ids, words, count);
  const titles = new Map(texts.map(({ id, title }) => [id, title]));
  return [
    ...named.map((text) => ({ rank: NAMED, hit: presentText(text) })),
    ...paragraphs.map((each) => ({ rank: each.rank, hit: presentParagraph(each, titles.get(each.text) ?? "") })),
  ];
}

function presentText({ id, title, symbol }: TextRow): SearchHit {
  return {
    kind: "text",
    text: { id, title },
    draft: null,
    paragraph: null,
    round: null,
    compilation: null,
    passage: null,
    delegations: [],
    citation: symbol,
    excerpt: [{ text: title, found: false }],
  };
}

function presentParagraph({ text, draft, paragraph, citation, excerpt }: FoundParagraph, title: string): SearchHit {
  return {
    kind: "paragraph",
    text: { id: text, title },
    draft,
    paragraph,
    round: null,
    compilation: null,
    passage: null,
    delegations: [],
    citation,
    excerpt: excerptPieces(excerpt),
  };
}
