import type { Compilation, PlacedComment } from "../model/compilation.ts";
import type { Notice } from "../model/notice.ts";
import type { Receipt } from "../model/receipt.ts";
import type { Story, StoryId } from "../model/text.ts";
import type { CommentEntry, CompilationDocument, NoticeEntry, ReceiptEntry } from "./compilation-document.ts";
import type { Headed, Heading } from "./heading.ts";
import { shownText } from "./shown-text.ts";
import { storyEntry } from "./story-entry.ts";
import { wordNotCarried, wordNotice } from "./word-notice.ts";

export interface DocumentOptions extends Headed {
  /** Whether the persons behind tracked changes and comments are named; without it, only delegations are. */
  readonly names?: boolean;
}

/**
 * A compilation as plain JSON. A draft by itself is `toDocument(consolidate(base, [], []))`: the same stories, blocks and
 * words, with nothing proposed. Keys stand in a fixed order, so the same compilation gives the same JSON.
 */
export function toDocument(
  compilation: Compilation,
  { names = false, heading }: DocumentOptions = {},
): CompilationDocument {
  const stories = new Map(compilation.stories.map(({ story }) => [story.id, story]));
  return {
    format: "compendium-compilation",
    version: 1,
    ...(heading === undefined ? {} : { heading: headingEntry(heading) }),
    delegations: compilation.delegations.map(({ code, name }) => ({ code, name })),
    stories: compilation.stories.map((compiled) => storyEntry(compiled, names)),
    comments: compilation.comments.map((placed) => commentEntry(placed, stories, names)),
    receipts: compilation.receipts.map(receiptEntry),
    notices: compilation.notices.map(noticeEntry),
  };
}

function headingEntry({ title, symbol, round, version, date }: Heading): Heading {
  return { title, symbol, round, version, date };
}

function commentEntry(
  { delegation, comment, place, passage }: PlacedComment,
  stories: ReadonlyMap<StoryId, Story>,
  names: boolean,
): CommentEntry {
  const { story, from, to, by } = comment;
  return {
    delegation,
    id: `${delegation} ${comment.id}`,
    story,
    from: from.gap,
    to: to.gap,
    citation: place.citation,
    about: shownText(stories.get(story)?.tokens.slice(from.gap, to.gap) ?? []),
    paragraphs: comment.paragraphs,
    parent: comment.parent === null ? null : `${delegation} ${comment.parent}`,
    resolved: comment.resolved,
    passage,
    ...(names ? { author: by.author } : {}),
    date: by.date,
  };
}

function receiptEntry({
  delegation,
  file,
  counts,
  proof,
  recorded,
  notCarried,
  notices,
  likeness,
}: Receipt): ReceiptEntry {
  return {
    delegation: delegation.code,
    file: { name: file.name, sha256: file.sha256, bytes: file.bytes },
    counts: {
      insertions: counts.insertions,
      deletions: counts.deletions,
      replacements: counts.replacements,
      moves: counts.moves,
      formatting: counts.formatting,
      comments: counts.comments,
      untracked: counts.untracked,
    },
    proof: {
      holds: proof.holds,
      tokens: proof.tokens,
      ...(proof.holds ? {} : { firstDifference: proof.firstDifference.citation }),
    },
    recorded,
    notCarried: notCarried.map(({ text, reason, place }) => ({
      what: text,
      reason: wordNotCarried(reason),
      citation: place.citation,
    })),
    notices: notices.map(noticeEntry),
    likeness,
  };
}

function noticeEntry(notice: Notice): NoticeEntry {
  return { code: notice.code, text: wordNotice(notice) };
}
