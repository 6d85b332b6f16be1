import type { Command } from "commander";
import { addBackup } from "../commands/backup.ts";
import { addDoctor } from "../commands/doctor.ts";
import { addRestore } from "../commands/restore.ts";
import { addVerify } from "../commands/verify.ts";

/** All commands for whoever operates a server, on its machine. */
export function addOperate(program: Command): void {
  for (const add of [addBackup, addRestore, addVerify, addDoctor]) add(program);
}
