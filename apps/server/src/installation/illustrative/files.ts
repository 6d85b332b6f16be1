import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { recogniseDelegation } from "@compendium/catalogue";

const FOLDER = join(import.meta.dirname, "../../../../../fixtures/illustrative/files");

export interface IllustrativeFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The illustrative draft, and what each invented delegation sent, by its code. */
export function illustrativeFiles(): {
  readonly draft: IllustrativeFile;
  readonly submissions: ReadonlyMap<string, IllustrativeFile>;
} {
  const submissions = new Map<string, IllustrativeFile>();
  let draft: IllustrativeFile | null = null;
  for (const name of readdirSync(FOLDER).filter((each) => each.endsWith(".docx"))) {
    const file = { name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) };
    const found = recogniseDelegation(name);
    if (found.kind === "certain") submissions.set(found.delegation.code, file);
    else draft = file;
  }
  if (draft === null) throw new Error(`There is no illustrative draft in ${FOLDER}.`);
  return { draft, submissions };
}
