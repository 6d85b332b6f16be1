import { migration } from "../platform/database/migrate.ts";
import type {} from "./tables.ts";

export const negotiationMigrations = {
  "0009-negotiation": migration(
    `create table position (
      id text primary key,
      number integer not null,
      compilation text not null references compilation,
      passage text not null,
      about jsonb not null,
      delegation text not null,
      stance text not null,
      reason text not null,
      on_behalf_of jsonb not null,
      in_alignment jsonb not null,
      readership text not null check (readership in ('audience', 'chair', 'delegation')),
      reason_readership text not null check (reason_readership in ('audience', 'chair', 'delegation')),
      by text not null,
      at timestamptz not null,
      unique (compilation, number)
    )`,
    `create table tabled_wording (
      id text primary key,
      compilation text not null references compilation,
      passage text not null,
      words text not null,
      delegation text,
      by text not null,
      at timestamptz not null
    )`,
    `create index tabled_wording_compilation on tabled_wording (compilation)`,
    `create table decision (
      id text primary key,
      number integer not null,
      compilation text not null references compilation,
      passage text not null,
      ruling jsonb not null,
      note text not null,
      ad_referendum_until timestamptz,
      by text not null,
      at timestamptz not null,
      undone_at timestamptz,
      unique (compilation, number)
    )`,
    `create index decision_passage on decision (compilation, passage)`,
    `create table bracket (
      compilation text not null references compilation,
      passage text not null,
      state text not null check (state in ('open', 'parked', 'small group')),
      "group" text not null,
      depends_on text,
      note text not null,
      version integer not null,
      primary key (compilation, passage)
    )`,
    `create table redraft (
      compilation text primary key references compilation,
      draft text not null unique references draft,
      tracked_sha256 text not null references file,
      carried_round text references round,
      left_over jsonb not null,
      made_by text not null,
      at timestamptz not null
    )`,
    `create table proposal_outcome (
      compilation text not null,
      passage text not null,
      proposal integer not null,
      became text not null check (became in ('adopted', 'bracketed', 'carried', 'fallen')),
      reason text,
      decision text references decision,
      primary key (compilation, passage, proposal),
      foreign key (compilation, passage, proposal) references compilation_proposal
    )`,
    `create table meeting (
      id text primary key,
      compilation text not null references compilation,
      number integer not null,
      title text not null,
      starts_at timestamptz not null,
      time_zone text not null,
      venue text not null,
      agenda jsonb not null,
      participants jsonb not null,
      version integer not null,
      opened_at timestamptz,
      closed_at timestamptz,
      item integer,
      passage text,
      unique (compilation, number)
    )`,
    `create table floor_entry (
      id text primary key,
      number integer not null,
      meeting text not null references meeting,
      delegation text not null,
      passage text,
      asked_at timestamptz not null,
      began_at timestamptz,
      ended_at timestamptz,
      state text not null check (state in ('waiting', 'speaking', 'spoken', 'withdrawn')),
      unique (meeting, number)
    )`,
    `create unique index floor_entry_once on floor_entry (meeting, delegation) where state in ('waiting', 'speaking')`,
    `create unique index floor_entry_alone on floor_entry (meeting) where state = 'speaking'`,
    `create table bilateral (
      id text primary key,
      compilation text not null references compilation,
      title text not null,
      passages jsonb not null,
      delegations jsonb not null,
      with_chair boolean not null,
      opened_by text,
      opened_at timestamptz not null,
      closed_at timestamptz
    )`,
    `create index bilateral_compilation on bilateral (compilation)`,
    `create table bilateral_note (
      id text primary key,
      number integer not null,
      bilateral text not null references bilateral,
      speaker text,
      by text not null,
      passage text,
      kind text not null check (kind in ('note', 'wording')),
      words text not null,
      at timestamptz not null,
      tabled text references tabled_wording,
      unique (bilateral, number)
    )`,
    `alter table submission drop constraint submission_channel_check`,
    `alter table submission add constraint submission_channel_check check (channel in ('web', 'e-mail', 'draft before'))`,
  ),
  "0011-left-out-of-draft": migration(
    `alter table redraft
      add fallen jsonb not null default '[]', add untrackable jsonb not null default '[]'`,
  ),
  "0012-papers": migration(
    `create table statement (
      id text primary key,
      number integer not null,
      meeting text not null references meeting,
      delegation text,
      symbol text not null,
      date text not null,
      item integer,
      file_name text not null,
      sha256 text not null references file,
      bytes integer not null,
      attached_by text not null,
      attached_at timestamptz not null,
      removed_at timestamptz,
      unique (meeting, number)
    )`,
    `create unique index statement_once on statement (meeting, sha256) where removed_at is null`,
    // Where the meeting was when somebody got the floor. Of those before it is not known.
    `alter table floor_entry add item integer`,
    // For those compiled before: the paragraph is not known, and words that cannot be written are refused by the next draft.
    `alter table compilation_proposal add paragraph text, add kept_whole boolean not null default false`,
  ),
  "0019-tracked-drafts": migration(
    `alter table draft add tracked_sha256 text references file, add tracked_bytes integer`,
    `update draft set tracked_sha256 = file.sha256, tracked_bytes = file.size
      from redraft join file on file.sha256 = redraft.tracked_sha256 where redraft.draft = draft.id`,
    `alter table redraft drop column tracked_sha256`,
  ),
};
