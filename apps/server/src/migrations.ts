import { consultationsMigrations } from "./consultations/index.ts";
import { negotiationMigrations } from "./negotiation/index.ts";
import { peopleMigrations } from "./people/index.ts";
import { platformMigrations } from "./platform/migrations.ts";
import { recordMigrations } from "./record/index.ts";
import { textsMigrations } from "./texts/index.ts";

/** Every step of the database's shape, in the alphabetical order of their names. */
export const migrations = {
  ...platformMigrations,
  ...peopleMigrations,
  ...recordMigrations,
  ...textsMigrations,
  ...consultationsMigrations,
  ...negotiationMigrations,
};
