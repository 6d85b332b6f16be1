import { addressOf, type OperationId, operations } from "@compendium/contract";
import type { Query } from "./floor.ts";
import type { World } from "./world/make-world.ts";

/** One thing that is asked again and again, at one address or at several. */
export interface Case {
  readonly name: string;
  readonly addresses: readonly CaseAddress[];
}

export interface CaseAddress {
  /** Path and query. */
  readonly path: string;
  /** The same rows for the floor, by their keys and without anything that they say of themselves. */
  readonly queries: readonly Query[];
}

/** Rows of a draft that its page reads first; the API gives as many if one does not say. */
const ROWS = 200;

export function casesOf(world: World): readonly Case[] {
  const { workspace, draft, rows, round, compilation, parts, searches } = world;
  const draftRow = { text: "select * from draft where id = $1", values: [draft] };
  const windows = Array.from({ length: Math.ceil(rows / ROWS) }, (_, i) => i * ROWS);
  return [
    {
      name: "draft page",
      addresses: [{ path: `/drafts/${draft}`, queries: [draftRow, contentOf(draft, 0)] }],
    },
    {
      name: "draft by window",
      addresses: windows.map((from) => ({
        path: at("readDraftContent", { draft, from, count: ROWS }),
        queries: [contentOf(draft, from)],
      })),
    },
    {
      name: "compilation page",
      addresses: [
        {
          path: `/rounds/${round}/compilations/${compilation}`,
          queries: [
            { text: "select * from round where id = $1", values: [round] },
            { text: "select * from compilation where id = $1", values: [compilation] },
            { text: "select * from compilation_file where compilation = $1", values: [compilation] },
            { text: "select * from delegation where workspace = $1", values: [workspace] },
            partOf(compilation, 0),
          ],
        },
      ],
    },
    {
      name: "compilation by window",
      addresses: Array.from({ length: parts }, (_, part) => ({
        path: at("readCompilationPart", { compilation, part }),
        queries: [partOf(compilation, part)],
      })),
    },
    {
      name: "search",
      addresses: searches.map((words) => ({
        path: at("searchWorkspace", { workspace, words }),
        queries: [foundIn(draft, words), proposedIn(compilation, words)],
      })),
    },
  ];
}

function at(id: OperationId, input: Readonly<Record<string, unknown>>): string {
  return addressOf(operations[id], input);
}

function contentOf(draft: string, from: number): Query {
  return {
    text: "select row, story, kind, block from draft_row where draft = $1 and row >= $2 and row < $3 order by row",
    values: [draft, from, from + ROWS],
  };
}

function partOf(compilation: string, part: number): Query {
  return {
    text: "select document from compilation_part where compilation = $1 and part = $2",
    values: [compilation, part],
  };
}

/** The best fifty, with what was found marked: that is part of the answer, and PostgreSQL makes it. */
function foundIn(draft: string, words: string): Query {
  return {
    text: `select draft, paragraph, citation,
        ts_headline('simple', wording, query, 'MaxWords=40, MinWords=15')
      from draft_paragraph, websearch_to_tsquery('simple', $2) query
      where draft = $1 and words @@ query
      order by ts_rank(words, query) desc, row limit 50`,
    values: [draft, words],
  };
}

/** The same in proposals, each in its sentence. */
function proposedIn(compilation: string, words: string): Query {
  return {
    text: `select compilation, passage, citation, delegations,
        ts_headline('simple', concat(before, wording, after), query, 'MaxWords=40, MinWords=15')
      from compilation_proposal, websearch_to_tsquery('simple', $2) query
      where compilation = $1 and words @@ query
      order by ts_rank(words, query) desc, position, proposal limit 50`,
    values: [compilation, words],
  };
}
