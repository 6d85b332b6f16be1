import { migration } from "../platform/database/migrate.ts";
import type {} from "./tables.ts";

export const consultationsMigrations = {
  "0005-consultations": migration(
    `create table round (
      id text primary key,
      draft text not null references draft,
      title text not null,
      opens_at timestamptz not null,
      closes_at timestamptz not null check (closes_at > opens_at),
      time_zone text not null,
      instructions text not null,
      delegations jsonb not null,
      audience jsonb,
      reminders jsonb not null,
      version integer not null,
      created_at timestamptz not null,
      announced_at timestamptz,
      closed_at timestamptz
    )`,
    `create index round_draft on round (draft)`,
    `create table room (
      round text not null references round,
      delegation text not null,
      on_behalf_of jsonb not null,
      in_alignment jsonb not null,
      version integer not null,
      cleared_by text,
      cleared_at timestamptz,
      cleared_sha256 text,
      primary key (round, delegation)
    )`,
    `create table room_file (
      id text primary key,
      round text not null,
      delegation text not null,
      file_name text not null,
      sha256 text not null references file,
      bytes integer not null,
      added_by text not null,
      added_at timestamptz not null,
      removed_at timestamptz,
      foreign key (round, delegation) references room
    )`,
    `create unique index room_file_once on room_file (round, delegation, sha256) where removed_at is null`,
    `create table web_proposal (
      id text primary key,
      round text not null,
      delegation text not null,
      story text not null,
      position integer not null,
      change jsonb not null,
      reason text not null,
      by text not null,
      changed_at timestamptz not null,
      version integer not null,
      removed_at timestamptz,
      foreign key (round, delegation) references room
    )`,
    // One wording of a paragraph in a room: who has another changes it, and sees who wrote the one before.
    `create unique index web_proposal_once on web_proposal
      (round, delegation, story, position, (change ->> 'kind' = 'insert after')) where removed_at is null`,
    `create table submission (
      id text primary key,
      round text not null references round,
      delegation text not null,
      number integer not null,
      file_name text not null,
      sha256 text not null references file,
      bytes integer not null,
      received_at timestamptz not null,
      submitted_by text not null,
      channel text not null check (channel in ('web', 'e-mail')),
      late boolean not null,
      admitted_by text,
      admitted_at timestamptz,
      admission_reason text,
      withdrawn_at timestamptz,
      on_behalf_of jsonb not null,
      in_alignment jsonb not null,
      receipt jsonb not null,
      ledger text not null,
      record_number integer not null,
      record_hash text not null,
      unique (round, delegation, number),
      check (late or admitted_at is null)
    )`,
    `create table compilation (
      id text primary key,
      round text not null references round,
      number integer not null,
      asked_by text not null,
      asked_at timestamptz not null,
      submissions jsonb not null,
      built_at timestamptz,
      failure text,
      counts jsonb,
      released_by text,
      released_at timestamptz,
      unique (round, number)
    )`,
    `create table compilation_file (
      compilation text not null references compilation,
      format text not null,
      file_name text not null,
      type text not null,
      sha256 text not null references file,
      bytes integer not null,
      remarks jsonb not null,
      primary key (compilation, format)
    )`,
    `create table compilation_part (
      compilation text not null references compilation,
      part integer not null,
      document text not null,
      primary key (compilation, part)
    )`,
    `create table compilation_proposal (
      compilation text not null references compilation,
      passage text not null,
      proposal integer not null,
      position integer not null,
      citation text not null,
      base text not null,
      wording text not null,
      delegations jsonb not null,
      words tsvector generated always as (to_tsvector('simple', wording)) stored,
      primary key (compilation, passage, proposal)
    )`,
    `create index compilation_proposal_words on compilation_proposal using gin (words)`,
  ),
  "0007-reminders": migration(
    // A planned reminder that went out: its job can come twice, and a deadline can be moved away and back.
    `create table reminder (
      round text not null references round,
      at timestamptz not null,
      primary key (round, at)
    )`,
  ),
  "0008-proposals-in-context": migration(
    // For those compiled before: without the words around them, and struck and put in as a whole.
    `alter table compilation_proposal
      add redline jsonb not null default '[]', add before text not null default '', add after text not null default ''`,
    `update compilation_proposal set redline = jsonb_build_array(
      jsonb_build_object('kind', 'deleted', 'text', base), jsonb_build_object('kind', 'inserted', 'text', wording))`,
  ),
  "0014-entries-taken-back": migration(
    // Of those received before, it is not known what they replaced.
    `alter table submission
      add replaces text references submission,
      add taken_back_by text, add taken_back_at timestamptz, add taken_back_reason text,
      add check (taken_back_at is null or channel = 'e-mail')`,
  ),
  "0015-rivals-in-a-room": migration(
    `alter table room add lost_clearance jsonb`,
    `alter table web_proposal add proposer text`,
    `update web_proposal set proposer = by`,
    `alter table web_proposal alter proposer set not null`,
    `drop index web_proposal_once`,
    // One wording of a paragraph by each person: where two differ, the room shows the conflict.
    `create unique index web_proposal_once_each on web_proposal
      (round, delegation, story, position, (change ->> 'kind' = 'insert after'), proposer) where removed_at is null`,
  ),
  "0016-rounds-cancelled": migration(
    `alter table round add cancelled_by text, add cancelled_at timestamptz, add cancellation_reason text`,
  ),
  "0017-moves": migration(
    // Of those compiled before, it is not known: their two ends are decided apart.
    `alter table compilation_proposal add moves jsonb not null default '[]'`,
  ),
  "0018-rounds-carried": migration(
    `alter table round add carried_from text references round`,
    `update round set carried_from = compilation.round
      from redraft join compilation on compilation.id = redraft.compilation where redraft.carried_round = round.id`,
  ),
  "0019-columns": migration(
    // Of those compiled before, it is not known: their rows are decided apart.
    `alter table compilation_proposal add "column" jsonb not null default '[]'`,
  ),
};
