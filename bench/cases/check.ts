/**
 * Not measured: reads a compiled Word file as each delegation, and counts whose accepted text comes out word for word,
 * in body, notes, text boxes, headers and footers. `node check.ts <set folder> <compiled .docx>`
 */
import { readBack, readBase, type StoryId, type Token } from "@compendium/engine";
import { caseArguments, reportResources } from "../case-report.ts";
import { openSetFolder, openWordFile, readBytes } from "../set-folder.ts";

const { folder, other: compiled } = caseArguments();
const set = openSetFolder(folder);
const base = readBase(openWordFile(readBytes(set.base)));
const made = openWordFile(readBytes(compiled));
const recovered = set.submissions.filter(({ code, path }) =>
  isSameText(readBack(base, made, code), acceptedText(path)),
);
reportResources({
  recovered: recovered.length,
  base: isSameText(readBack(base, made, null), acceptedText(set.base)) ? 1 : 0,
});

/** What a file says once all its tracked changes are accepted: body, headers and footers, what hangs on them included. */
function acceptedText(path: string): ReadonlyMap<StoryId, readonly Token[]> {
  const { stories } = readBase(openWordFile(readBytes(path)));
  return new Map(stories.map(({ id, tokens }) => [id, tokens]));
}

function isSameText(
  found: ReadonlyMap<StoryId, readonly Token[]>,
  wanted: ReadonlyMap<StoryId, readonly Token[]>,
): boolean {
  return [...found].every(([story, tokens]) => wordingOf(tokens) === wordingOf(wanted.get(story) ?? []));
}

/** Only what is said: the peer does not carry every formatting, and is not asked to here. */
function wordingOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => token.wording + token.stories.map((story) => `(${wordingOf(story.tokens)})`).join(""))
    .join("\u0000");
}
