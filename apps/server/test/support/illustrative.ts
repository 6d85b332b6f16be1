import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../../../fixtures/illustrative/files");

/** The illustrative draft, and the marked-up file of an invented delegation by a part of its name. */
export function illustrativeFile(part: string): { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } {
  const name = readdirSync(FOLDER).find((each) => each.includes(part) && each.endsWith(".docx"));
  if (name === undefined) throw new Error(`No illustrative file is called like ${part}.`);
  return { name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) };
}
