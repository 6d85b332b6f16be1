import { migration } from "../platform/database/migrate.ts";
import type {} from "./tables.ts";

export const textsMigrations = {
  "0004-texts": migration(
    `create table text (
      id text primary key,
      workspace text not null references workspace,
      title text not null,
      body text not null,
      symbol text not null,
      languages jsonb not null,
      distribution text not null check (distribution in ('public', 'participating', 'audience', 'secretariat')),
      audience jsonb,
      version integer not null,
      created_at timestamptz not null
    )`,
    `create index text_workspace on text (workspace)`,
    `create table draft (
      id text primary key,
      text text not null references text,
      number integer not null,
      symbol text not null,
      language text not null,
      file_name text not null,
      sha256 text not null references file,
      bytes integer not null,
      uploaded text not null references file,
      outline jsonb not null,
      rows integer not null,
      paragraphs integer not null,
      notices jsonb not null,
      created_at timestamptz not null,
      unique (text, number)
    )`,
    `create table draft_row (
      draft text not null references draft,
      row integer not null,
      story text not null,
      kind text not null,
      block jsonb not null,
      primary key (draft, row)
    )`,
    // 'simple' breaks into words and lowers their case, and so serves every language alike: no stems, no stop words.
    `create table draft_paragraph (
      draft text not null references draft,
      story text not null,
      position integer not null,
      paragraph text,
      row integer not null,
      citation text not null,
      wording text not null,
      words tsvector generated always as (to_tsvector('simple', wording)) stored,
      primary key (draft, story, position)
    )`,
    `create index draft_paragraph_paragraph on draft_paragraph (paragraph)`,
    `create index draft_paragraph_words on draft_paragraph using gin (words)`,
  ),
};
