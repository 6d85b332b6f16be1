import { recogniseDelegation } from "@compendium/catalogue";
import {
  type BaseText,
  readBase,
  readComments,
  type SubmissionFile,
  type WordPackage,
  wordNotice,
} from "@compendium/engine";
import type { OpenedFile } from "./files.ts";
import { countTracked, type TrackedCounts } from "./tracked-counts.ts";

/** What a Word file holds, as far as somebody wants to know before compiling it. */
export interface FileContents {
  readonly file: SubmissionFile;
  readonly mainPart: string;
  /** `""` where the file has none. */
  readonly title: string;
  /** The program that wrote the file, `""` where it does not say. Never the person or the company. */
  readonly madeBy: string;
  /** Codes of the delegations that the name of the file can mean; one where it is certain, empty where unknown. */
  readonly delegations: readonly string[];
  /** How many stories there are of each kind: body, footnote, textbox … */
  readonly stories: Readonly<Record<string, number>>;
  readonly paragraphs: number;
  readonly changes: readonly TrackedCounts[];
  readonly comments: readonly CommentCounts[];
  readonly macros: boolean;
  /** Addresses outside the file that it refers to: links to click, and others, such as linked pictures and templates. */
  readonly externalLinks: { readonly hyperlinks: number; readonly others: number };
  readonly notices: readonly { readonly code: string; readonly text: string }[];
}

export interface CommentCounts {
  readonly author: string;
  readonly count: number;
  /** Of these, answers to other comments. */
  readonly answers: number;
  readonly resolved: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** Looks at a file by itself. Throws a `Problem` if it cannot be read. */
export function contentsOf({ package: source, file }: OpenedFile): FileContents {
  const read = readBase(source);
  const recognised = recogniseDelegation(file.name);
  return {
    file,
    mainPart: source.mainPart,
    title: property(source, read, "core-properties", "title"),
    madeBy: property(source, read, "extended-properties", "Application"),
    delegations:
      recognised.kind === "certain"
        ? [recognised.delegation.code]
        : recognised.kind === "ambiguous"
          ? recognised.candidates.map(({ code }) => code)
          : [],
    stories: countBy(read.stories.map(({ kind }) => kind)),
    paragraphs: read.stories.flatMap(({ tokens }) => tokens).filter(({ kind }) => kind === "mark").length,
    changes: countTracked(read),
    comments: countComments(read),
    macros: source.hasMacros,
    externalLinks: countExternal(source),
    // Changes are told by author; that a base carries some is no news here.
    notices: read.notices
      .filter(({ code }) => code !== "base-carries-changes")
      .map((notice) => ({ code: notice.code, text: wordNotice(notice) })),
  };
}

/** The text of one property of the document (ECMA-376 Part 2, 8 and Part 1, 22.2). */
function property(source: WordPackage, { file }: BaseText, type: string, name: string): string {
  const part = source.relationshipsOf("/").find((one) => one.type === type && !one.external && source.has(one.target));
  if (part === undefined) return "";
  const found = file
    .rootOf(part.target)
    .elements()
    .find((each) => each.name.replace(/^.*:/, "") === name);
  return found?.text().trim() ?? "";
}

function countBy(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function countComments({ file }: BaseText): CommentCounts[] {
  const byAuthor = Map.groupBy(readComments(file), ({ author }) => author);
  return [...byAuthor].map(([author, comments]) => {
    const dates = comments.flatMap(({ date }) => date ?? []).sort();
    return {
      author,
      count: comments.length,
      answers: comments.filter(({ parent }) => parent !== null).length,
      resolved: comments.filter(({ resolved }) => resolved).length,
      first: dates[0] ?? null,
      last: dates.at(-1) ?? null,
    };
  });
}

function countExternal(source: WordPackage): FileContents["externalLinks"] {
  const external = ["/", ...source.parts].flatMap((part) => source.relationshipsOf(part)).filter((one) => one.external);
  const hyperlinks = external.filter(({ type }) => type === "hyperlink").length;
  return { hyperlinks, others: external.length - hyperlinks };
}
