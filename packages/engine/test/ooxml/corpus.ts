import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../../../shared/corpus", import.meta.url));

/** Real Word files, in a fixed order; empty on a machine that does not have them. */
export const CORPUS: readonly string[] = existsSync(ROOT)
  ? readdirSync(ROOT, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.doc[xm]$/.test(name))
      .sort()
  : [];

/** Put after a test's name where the files are absent. */
export const WITHOUT_CORPUS = CORPUS.length === 0 ? " (skipped: the corpus is not on this machine)" : "";

export function readCorpus(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(ROOT, name)));
}
