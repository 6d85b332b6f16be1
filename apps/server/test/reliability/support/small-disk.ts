import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of a few megabytes in memory, that can be filled and given room again. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills it to the last page, with a file of ours. */
  readonly fill: () => void;
  readonly makeRoom: () => void;
  readonly close: () => void;
}

/** Whether this user may mount one: root on Linux, outside most containers. */
export function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), "compendium-mount-"));
  const mounts = spawnSync("/bin/mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]).status === 0;
  if (mounts) execFileSync("/bin/umount", [folder]);
  rmSync(folder, { recursive: true, force: true });
  return mounts;
}

export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "compendium-disk-"));
  execFileSync("/bin/mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0777`, "tmpfs", folder]);
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill: () => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(bavail * bsize));
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    close: () => {
      execFileSync("/bin/umount", ["--lazy", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
