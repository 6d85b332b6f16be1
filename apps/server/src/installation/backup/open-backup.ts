import { z } from "zod";
import { Refusal } from "../refusal.ts";
import { BACKUP_FORMAT, MANIFEST, Manifest } from "./manifest.ts";
import { type Archive, openArchive } from "./open-archive.ts";

/** Opens a backup and reads what it says of itself. Throws a `Refusal` where it is none, or of a newer program. */
export async function openBackup(path: string): Promise<{ readonly archive: Archive; readonly manifest: Manifest }> {
  const archive = await openArchive(path).catch((error: Error) => {
    throw notRead(path, `The file cannot be opened as a backup: ${error.message}`, error);
  });
  try {
    return { archive, manifest: await readManifest(archive, path) };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function readManifest(archive: Archive, path: string): Promise<Manifest> {
  const value = await readJson(archive).catch((error: Error) => {
    throw notRead(path, `The file does not say what is in it: ${error.message}`, error);
  });
  const format = z.object({ format: z.int() }).safeParse(value);
  if (format.success && format.data.format > BACKUP_FORMAT) {
    throw new Refusal(
      "backup-newer",
      path,
      `The backup was written by a newer Compendium: its format is ${format.data.format}, and this one reads ${BACKUP_FORMAT}.`,
      "Use the version that wrote it, or a newer one.",
    );
  }
  const manifest = Manifest.safeParse(value);
  if (!manifest.success) throw notRead(path, "What the file says of itself is not understood.", manifest.error);
  return manifest.data;
}

async function readJson(archive: Archive): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive.read(MANIFEST)) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

function notRead(path: string, what: string, cause: Error): Refusal {
  const advice = "Take another backup: this file was cut off or changed, or is something else.";
  return new Refusal("backup-not-read", path, what, advice, { cause });
}
