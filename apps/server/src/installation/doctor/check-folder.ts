import { existsSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Check, fault, ok, warning } from "./check.ts";

/** With less than this a day's uploads and a backup may not fit; with the lesser number they will not. In bytes. */
const LITTLE = 5 * 1024 ** 3;
const TOO_LITTLE = 512 * 1024 ** 2;

/** Whether the data folder can be written, by nobody else read, and has room. */
export function checkFolder(folder: string): readonly Check[] {
  if (!existsSync(folder)) return [ok("data folder", `${folder} will be made`)];
  const probe = join(folder, `probe-${process.pid}`);
  try {
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const advice = "Give it to the user that runs the server, or name another with COMPENDIUM_DATA.";
    return [fault("data folder", `${folder} cannot be written: ${(error as Error).message}`, advice)];
  }
  return [ok("data folder", folder), ...checkRights(folder), checkRoom(folder)];
}

function checkRights(folder: string): readonly Check[] {
  if (process.platform === "win32") return [];
  return ["secret", "backups"].flatMap((name) => {
    const path = join(folder, name);
    const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & 0o077) === 0) return [];
    return [warning("data folder", `${path} can be read by other users of this machine`, `chmod go= "${path}"`)];
  });
}

function checkRoom(folder: string): Check {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const what = `${(free / 1024 ** 3).toFixed(1)} GB free`;
  const advice = "Make room, or move the data folder. Old backups may go from its folder backups.";
  if (free < TOO_LITTLE) return fault("disk", what, advice);
  return free < LITTLE ? warning("disk", what, advice) : ok("disk", what);
}
