import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The mails that workers wrote into these data folders: each file's name without its ending, and its text. */
export function writtenMails(
  ...dataFolders: readonly string[]
): readonly { readonly id: string; readonly text: string }[] {
  return dataFolders.flatMap((folder) => {
    const mails = join(folder, "mail");
    if (!existsSync(mails)) return [];
    return readdirSync(mails)
      .filter((name) => name.endsWith(".eml"))
      .map((name) => ({ id: name.slice(0, -".eml".length), text: readFileSync(join(mails, name), "utf8") }));
  });
}
