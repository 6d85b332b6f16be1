import { migration } from "../platform/database/migrate.ts";
import type {} from "./tables.ts";

export const recordMigrations = {
  "0003-record": migration(
    `create table ledger (
      id text primary key,
      of text not null check (of in ('installation', 'workspace', 'delegation')),
      workspace text,
      delegation text,
      entries integer not null,
      head text
    )`,
    `create table record_entry (
      ledger text not null references ledger,
      number integer not null,
      at timestamptz not null,
      actor_kind text not null,
      actor_id text,
      actor_name text not null,
      via text not null,
      act text not null,
      object_kind text not null,
      object_id text not null,
      before text,
      after text,
      detail jsonb not null,
      previous text,
      hash text not null,
      primary key (ledger, number)
    )`,
    `create index record_entry_object on record_entry (object_id)`,
    // The record is written once. Whoever can change the database's functions can still go round this; the chain tells.
    `create function refuse_change_of_record() returns trigger language plpgsql as $$
      begin raise exception 'The record is never changed'; end $$`,
    `create trigger record_is_never_changed before update or delete on record_entry
      for each row execute function refuse_change_of_record()`,
  ),
  "0010-bilateral-ledgers": migration(
    `alter table ledger add readers jsonb`,
    `alter table ledger drop constraint ledger_of_check`,
    `alter table ledger add constraint ledger_of_check
      check (of in ('installation', 'workspace', 'delegation', 'bilateral'))`,
  ),
};
