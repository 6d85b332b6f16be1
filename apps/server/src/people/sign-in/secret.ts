import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../../platform/settings.ts";

/** What signs sessions: the setting, else one made once and kept in the data folder, readable by its owner alone. */
export function sessionSecret({ secret, dataFolder }: Settings): string {
  if (secret !== null) return secret;
  const file = join(dataFolder, "secret");
  mkdirSync(dataFolder, { recursive: true });
  makeSecret(file);
  const kept = readFileSync(file, "utf8");
  if (kept.length >= LEAST) return kept;
  throw new Error(
    `${file} does not hold a whole secret. Put back the one that was there, or remove the file: then everybody signs in again, and sets up the second factor again.`,
  );
}

/** Of characters, as of the setting. What we make has 43. */
const LEAST = 32;

/** Makes the file where there is none. It has its name only once it is whole: an empty secret would sign for anybody. */
function makeSecret(file: string): void {
  const whole = `${file}.${process.pid}.new`;
  writeFileSync(whole, randomBytes(32).toString("base64url"), { mode: 0o600 });
  try {
    linkSync(whole, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(whole, { force: true });
  }
}
