import { counted } from "./counted.ts";
import type { CommentCounts, FileContents } from "./file-contents.ts";
import type { TrackedCounts } from "./tracked-counts.ts";

/** What a file holds, as people read it; ends with a line break. */
export function contentsText(contents: FileContents): string {
  const { file, mainPart, title, madeBy, delegations, stories, paragraphs, changes, comments, macros } = contents;
  const { hyperlinks, others } = contents.externalLinks;
  const lines = [
    file.name,
    `  Size             ${file.bytes} bytes`,
    `  SHA-256          ${file.sha256}`,
    `  Main part        ${mainPart}`,
    `  Title            ${title || "none"}`,
    `  Made by          ${madeBy || "unknown"}`,
    `  Delegation       ${delegationsText(delegations)}`,
    `  Text             ${counted(paragraphs, "paragraph")} in ${Object.entries(stories).map(storyCount).join(", ")}`,
    `  Tracked changes  ${changes.length === 0 ? "none" : counted(changes.reduce(addChanges, 0), "change")}`,
    ...changes.map((one) => `    ${one.author || "(no name)"}: ${changesText(one)}${period(one)}`),
    `  Comments         ${comments.length === 0 ? "none" : comments.reduce((sum, { count }) => sum + count, 0)}`,
    ...comments.map((one) => `    ${one.author || "(no name)"}: ${commentsText(one)}${period(one)}`),
    `  Macros           ${macros ? "yes; they are never run, and left out of a compilation" : "none"}`,
    `  Links outside    ${hyperlinks} to click, ${others} of other kinds; none is followed`,
    ...contents.notices.map(({ text }) => `  Notice           ${text}`),
  ];
  return `${lines.join("\n")}\n`;
}

function delegationsText(codes: readonly string[]): string {
  if (codes.length === 0) return "not told by the name of the file";
  return codes.length === 1 ? `${codes[0]}, by the name of the file` : `unclear, the name can mean ${codes.join(", ")}`;
}

function storyCount([kind, count]: readonly [string, number]): string {
  return kind === "body" ? "the body" : counted(count, kind === "textbox" ? "text box" : kind).replace("boxs", "boxes");
}

function addChanges(sum: number, { inserted, deleted, movedFrom, movedTo, formatting }: TrackedCounts): number {
  return sum + inserted + deleted + movedFrom + movedTo + formatting;
}

function changesText({ inserted, deleted, movedFrom, movedTo, formatting }: TrackedCounts): string {
  const kinds = { inserted, deleted, "moved away": movedFrom, "moved here": movedTo, formatting };
  return Object.entries(kinds)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(", ");
}

function commentsText({ count, answers, resolved }: CommentCounts): string {
  const parts = [answers > 0 ? `${answers} answering` : "", resolved > 0 ? `${resolved} resolved` : ""];
  const of = parts.filter((part) => part !== "").join(", ");
  return of === "" ? `${count}` : `${count}, of these ${of}`;
}

function period({ first, last }: { readonly first: string | null; readonly last: string | null }): string {
  if (first === null || last === null) return "";
  return first === last ? ` (${first})` : ` (${first} to ${last})`;
}
