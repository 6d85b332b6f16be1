import { act } from "../platform/can.ts";
import type { Backups } from "./backup/backups.ts";

/** Whoever administers the installation sees that there are backups. What is in them, only its operator reads. */
export const seeBackups = act<Backups>("see the backups", (actor) => actor.administersInstallation);

export const makeBackup = act<Backups>("make a backup", (actor) => actor.administersInstallation);
