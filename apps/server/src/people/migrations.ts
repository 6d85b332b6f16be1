import { migration } from "../platform/database/migrate.ts";
import type {} from "./tables.ts";

export const peopleMigrations = {
  // The tables of Better Auth, as its own schema tool prints them for our plugins; a test holds them to it.
  "0002-sign-in": migration(
    `create table person (
      id text primary key,
      name text not null,
      email text not null unique,
      email_verified boolean not null,
      image text,
      created_at timestamptz not null default current_timestamp,
      updated_at timestamptz not null default current_timestamp,
      two_factor_enabled boolean,
      language text,
      administers_installation boolean not null default false,
      illustrative boolean not null default false
    )`,
    `create table session (
      id text primary key,
      expires_at timestamptz not null,
      token text not null unique,
      created_at timestamptz not null default current_timestamp,
      updated_at timestamptz not null,
      ip_address text,
      user_agent text,
      user_id text not null references person on delete cascade
    )`,
    `create index session_user_id_idx on session (user_id)`,
    `create table account (
      id text primary key,
      account_id text not null,
      provider_id text not null,
      user_id text not null references person on delete cascade,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz not null default current_timestamp,
      updated_at timestamptz not null
    )`,
    `create index account_user_id_idx on account (user_id)`,
    `create table verification (
      id text primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default current_timestamp,
      updated_at timestamptz not null default current_timestamp
    )`,
    `create index verification_identifier_idx on verification (identifier)`,
    `create table two_factor (
      id text primary key,
      secret text not null,
      backup_codes text not null,
      user_id text not null references person on delete cascade,
      verified boolean,
      failed_verification_count integer,
      locked_until timestamptz
    )`,
    `create index two_factor_secret_idx on two_factor (secret)`,
    `create index two_factor_user_id_idx on two_factor (user_id)`,
    `create table passkey (
      id text primary key,
      name text,
      public_key text not null,
      user_id text not null references person on delete cascade,
      credential_id text not null,
      counter integer not null,
      device_type text not null,
      backed_up boolean not null,
      transports text,
      created_at timestamptz,
      aaguid text
    )`,
    `create index passkey_user_id_idx on passkey (user_id)`,
    `create index passkey_credential_id_idx on passkey (credential_id)`,
    `create table rate_limit (
      id text primary key,
      key text not null unique,
      count integer not null,
      last_request bigint not null
    )`,
    `create table sign_in_failure (account text not null, at timestamptz not null)`,
    `create index sign_in_failure_account on sign_in_failure (account, at)`,
  ),
  "0002-workspaces": migration(
    `create table workspace (
      id text primary key,
      name text not null,
      illustrative boolean not null,
      created_at timestamptz not null
    )`,
    `create table delegation (
      workspace text not null references workspace,
      code text not null,
      name text not null,
      kind text not null check (kind in ('state', 'organisation')),
      position integer not null,
      primary key (workspace, code)
    )`,
    `create table membership (
      id text primary key,
      person text not null references person,
      workspace text not null references workspace,
      role text not null,
      delegation text,
      since timestamptz not null,
      ended_at timestamptz,
      foreign key (workspace, delegation) references delegation,
      check ((delegation is not null) = (role in ('head', 'deputy', 'expert', 'observer')))
    )`,
    `create index membership_person on membership (person) where ended_at is null`,
    `create index membership_workspace on membership (workspace) where ended_at is null`,
    `create table invitation (
      id text primary key,
      workspace text not null references workspace,
      email text not null,
      role text not null,
      delegation text,
      token text not null unique,
      invited_by text not null references person,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz,
      foreign key (workspace, delegation) references delegation,
      check ((delegation is not null) = (role in ('head', 'deputy', 'expert', 'observer')))
    )`,
    `create table access_token (
      id text primary key,
      person text not null references person on delete cascade,
      name text not null,
      token text not null unique,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz
    )`,
  ),
};
