import { migration } from "./database/migrate.ts";

export const platformMigrations = {
  "0001-platform": migration(
    `create table installation (
      id text primary key check (id = 'this'),
      demonstration boolean not null,
      set_up_at timestamptz not null
    )`,
    `create table file (
      sha256 text primary key,
      size integer not null,
      bytes bytea not null
    )`,
    `create table mail (
      id text primary key,
      recipient text not null,
      subject text not null,
      body text not null,
      attachments jsonb not null,
      created_at timestamptz not null,
      sent_at timestamptz,
      attempts integer not null default 0,
      failure text
    )`,
  ),
  "0006-workers": migration("create table worker (id text primary key, seen_at timestamptz not null)"),
};
