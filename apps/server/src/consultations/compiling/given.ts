import type { Delegation } from "@compendium/engine";
import { delegationsOf } from "../../people/index.ts";
import { readFile } from "../../platform/files/files.ts";
import type { Db } from "../../platform/tables.ts";
import type { DraftRow } from "../../texts/index.ts";
import type { GivenFile } from "./thread.ts";

/** The draft as the base text of what is read against it. */
export function baseOf(db: Db, draft: DraftRow): Promise<GivenFile> {
  return givenFile(db, draft);
}

/** A file that was kept, by what is stored of it. */
export async function givenFile(
  db: Db,
  { fileName, sha256, bytes }: { readonly fileName: string; readonly sha256: string; readonly bytes: number },
): Promise<GivenFile> {
  return { file: { name: fileName, sha256, bytes }, bytes: await readFile(db, sha256) };
}

/** A delegation as the engine names it: in English, as documents print it. */
export async function delegationNamed(db: Db, workspace: string, code: string): Promise<Delegation> {
  const found = (await delegationsOf(db, workspace)).find((each) => each.code === code);
  return { code, name: found?.name ?? code };
}

/** All delegations of a workspace as the engine names them, in their order. */
export async function delegationsNamed(db: Db, workspace: string): Promise<readonly Delegation[]> {
  return (await delegationsOf(db, workspace)).map(({ code, name }) => ({ code, name }));
}
