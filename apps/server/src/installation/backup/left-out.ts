/**
 * Tables whose rows stay out of a backup, and why. Every other table is in it, whichever room adds it.
 *
 * Jobs are in a schema of their own and stay out too: a copy would do again what was done since. They follow from the
 * state, and are made anew from it when a backup is put back.
 */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  kysely_migration: "the manifest names the steps, and putting back takes them",
  kysely_migration_lock: "it holds nothing once nobody migrates",
  session: "whoever finds a backup would be signed in as everybody; people sign in again",
  verification: "links that were mailed for minutes or hours, and secrets of sign-ins under way",
  rate_limit: "counts of the last minute",
  sign_in_failure: "failed attempts of the last minutes",
  worker: "processes that run, which a copy does not start",
};
