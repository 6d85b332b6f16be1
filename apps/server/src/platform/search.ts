import type { SearchHit } from "@compendium/contract";
import type { Actor } from "./actor.ts";
import type { Db } from "./tables.ts";

export interface Search {
  readonly workspace: string;
  readonly words: string;
  /** How many are wanted at most. */
  readonly count: number;
}

/** The rank of what is named so: before all words in texts, whose ranks, of PostgreSQL's `ts_rank`, are below 1. */
export const NAMED = 1;

export interface Found {
  /** The higher, the better it fits; comparable over all rooms. */
  readonly rank: number;
  readonly hit: SearchHit;
}

/** Whether a name holds the words as they stand. */
export function isNamed(name: string, words: string): boolean {
  return name.toLowerCase().includes(words.toLowerCase());
}

/** In characters. */
const EXCERPT_BEFORE = 80;
const EXCERPT_AFTER = 160;

/** The words as they stand in a text, with what is around them; without them, its beginning. */
export function excerptAround(text: string, words: string): SearchHit["excerpt"] {
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  if (at < 0) return text === "" ? [] : [{ text: text.slice(0, EXCERPT_AFTER), found: false }];
  const end = at + words.length;
  return [
    { text: text.slice(Math.max(0, at - EXCERPT_BEFORE), at), found: false },
    { text: text.slice(at, end), found: true },
    { text: text.slice(end, end + EXCERPT_AFTER), found: false },
  ].filter((piece) => piece.text !== "");
}

/** What a room finds, the best first: only what the actor may read. */
export type Searcher = (db: Db, actor: Actor, search: Search) => Promise<readonly Found[]>;
