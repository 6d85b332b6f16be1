import type { BackupView } from "@compendium/contract";
import type { BackupKept } from "./backup/backups.ts";

export function presentBackup({ name, bytes, madeAt }: BackupKept): BackupView {
  return { name, bytes, madeAt: madeAt.toISOString() };
}
