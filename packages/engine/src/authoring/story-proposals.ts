import { applyEdits } from "../model/apply-edits.ts";
import type { AnchorEnd, Attribution, Comment, Edit, Reformat, StoryEdits } from "../model/submission.ts";
import type { Block, Paragraph, Story, StoryId, Token } from "../model/text.ts";
import type { BaseText } from "../submission/base-text.ts";
import type { FoundParagraph } from "./find-paragraph.ts";
import { noteHolder } from "./note-holder.ts";
import type { NewParagraph, OneOrMore, ParagraphContent, ParagraphProposal, Proposer } from "./paragraph-proposal.ts";
import { newParagraphs, proposeWording } from "./proposed-row.ts";

/** What all proposals for the stories settled so far come to, by story. */
export type SettledStories = ReadonlyMap<StoryId, SettledStory>;

/** What all proposals for one story come to. */
export interface SettledStory {
  readonly edits: StoryEdits;
  /** In the order of the text, still without ids of their own. */
  readonly comments: readonly Comment[];
  /** Stories that hang on tokens which are deleted, or moved: what is proposed for them goes with them. */
  readonly gone: readonly StoryId[];
}

/** The proposals for one paragraph: what becomes of it, and what is inserted behind it. */
interface ForParagraph {
  readonly found: FoundParagraph;
  readonly change: Exclude<ParagraphProposal, { kind: "insert-after" }> | null;
  readonly behind: Extract<ParagraphProposal, { kind: "insert-after" }> | null;
}

/** Collects the proposals for one story, and makes edits and comments of them. */
export class StoryProposals {
  readonly #base: BaseText;
  readonly #story: Story;
  readonly #proposer: Proposer;
  readonly #by: readonly Attribution[];
  readonly #paragraphs = new Map<number, ForParagraph>();
  readonly #edits: Edit[] = [];
  readonly #reformats: Reformat[] = [];
  readonly #comments: Comment[] = [];
  #inner: SettledStories = new Map();

  constructor(base: BaseText, story: Story, proposer: Proposer) {
    this.#base = base;
    this.#story = story;
    this.#proposer = proposer;
    this.#by = [{ author: proposer.name, date: proposer.date }];
  }

  add(proposal: ParagraphProposal, found: FoundParagraph): void {
    const known = this.#paragraphs.get(found.from) ?? { found, change: null, behind: null };
    const own = proposal.kind === "insert-after" ? { behind: proposal } : { change: proposal };
    this.#paragraphs.set(found.from, { ...known, ...own });
  }

  /** `inner` are the stories that hang on tokens of this one, settled before. */
  settle(inner: SettledStories): SettledStory {
    this.#inner = inner;
    const inOrder = [...this.#paragraphs.values()].sort((x, y) => x.found.from - y.found.from);
    const gone = new Set(
      inOrder.flatMap(({ found, change, behind }) =>
        change?.kind === "delete" && behind === null ? [found.paragraph] : [],
      ),
    );
    for (const each of inOrder) this.#settle(each, gone);
    const edits = { story: this.#story.id, edits: this.#edits, reformats: this.#reformats };
    const deleted = this.#edits.flatMap(({ fromA, toA }) => this.#story.tokens.slice(fromA, toA));
    return { edits, comments: this.#comments, gone: deleted.flatMap(({ stories }) => stories.map(({ id }) => id)) };
  }

  #settle({ found, change, behind }: ForParagraph, gone: ReadonlySet<Paragraph>): void {
    // Who deletes a paragraph and inserts others in its place words it anew.
    if (change?.kind === "delete" && behind !== null) {
      this.#replace(found, behind.content, [change.reason, behind.reason]);
      return;
    }
    if (change?.kind === "replace") this.#replace(found, change.content, [change.reason]);
    else if (change !== null) this.#delete(found, gone, change.reason);
    if (behind !== null) this.#insertBehind(found, behind.content, behind.reason);
  }

  #replace(
    found: FoundParagraph,
    content: OneOrMore<ParagraphContent>,
    reasons: readonly (string | undefined)[],
  ): void {
    const { from, mark } = found;
    const { tokens, changes } = proposeWording(found, content, this.#base.file.identifiers, (token) =>
      this.#withInner(token),
    );
    const start = this.#anchor(from);
    let kept = { fromA: 0, fromB: 0 };
    for (const { fromA, toA, fromB, toB } of [
      ...changes,
      { fromA: found.paragraph.length, toA: 0, fromB: 0, toB: 0 },
    ]) {
      for (let i = kept.fromA; i < fromA; i++) this.#reformat(from + i, tokens[kept.fromB + i - kept.fromA] as Token);
      if (fromA < found.paragraph.length || fromB < toB) this.#edit(from + fromA, from + toA, tokens.slice(fromB, toB));
      kept = { fromA: toA, fromB: toB };
    }
    for (const reason of reasons) this.#comment(start, this.#anchor(mark), reason);
  }

  /** A token of the base that comes to stand elsewhere, with the note that is proposed for it. */
  #withInner({ stories }: Token): readonly Story[] {
    return stories.map((story) => {
      const { edits, reformats } = this.#inner.get(story.id)?.edits ?? { edits: [], reformats: [] };
      return { ...story, tokens: applyEdits(story.tokens, edits, reformats) };
    });
  }

  #delete(found: FoundParagraph, gone: ReadonlySet<Paragraph>, reason: string | undefined): void {
    const { from, mark } = found;
    const start = this.#anchor(from);
    if (from < mark || canLose(found, gone)) this.#edit(from, canLose(found, gone) ? mark + 1 : mark, []);
    this.#comment(start, { gap: mark, inserted: 0 }, reason);
  }

  #insertBehind(found: FoundParagraph, content: OneOrMore<NewParagraph>, reason: string | undefined): void {
    const gap = found.mark + 1;
    const before = this.#anchor(gap);
    const tokens = newParagraphs(lookedLike(found), content, this.#base.file.identifiers);
    this.#edit(gap, gap, tokens);
    const end = { gap, inserted: before.inserted + tokens.length - 1 };
    // Behind the last paragraph Word inserts before its mark: what stands at the gap itself would come after.
    this.#comment(before.inserted === 0 && isEnd(this.#story.tokens[gap]) ? end : before, end, reason);
  }

  /** Adds an edit behind the others; what is inserted where the last one ends becomes part of it. */
  #edit(fromA: number, toA: number, inserted: readonly Token[]): void {
    const last = this.#edits.at(-1);
    if (last !== undefined && last.toA === fromA && fromA === toA) {
      this.#edits[this.#edits.length - 1] = { ...last, inserted: [...last.inserted, ...inserted] };
    } else this.#edits.push({ fromA, toA, inserted, tracked: true, by: this.#by, move: null });
  }

  #reformat(at: number, token: Token): void {
    if (token.format === this.#story.tokens[at]?.format) return;
    this.#reformats.push({ fromA: at, toA: at + 1, tokens: [token], tracked: true, by: this.#by });
  }

  /** The place before a base token, behind all that is inserted there so far. */
  #anchor(gap: number): AnchorEnd {
    const last = this.#edits.at(-1);
    return { gap, inserted: last?.toA === gap ? last.inserted.length : 0 };
  }

  #comment(from: AnchorEnd, to: AnchorEnd, reason: string | undefined): void {
    if (reason === undefined) return;
    const holder = noteHolder(this.#base, this.#story);
    const place =
      holder === null
        ? { story: this.#story.id, from, to }
        : { story: holder.story, from: { gap: holder.at, inserted: 0 }, to: { gap: holder.at + 1, inserted: 0 } };
    const { name, initials, date } = this.#proposer;
    this.#comments.push({
      ...place,
      id: "",
      by: { author: name, date },
      initials,
      paragraphs: reason.split(/\r?\n/),
      parent: null,
      resolved: false,
      source: null,
    });
  }
}

/**
 * Whether the mark of a deleted paragraph can go. The last one of a cell, a note or the body joins with the paragraph
 * before it, and stays where none is left to join with.
 */
function canLose({ siblings, index }: FoundParagraph, gone: ReadonlySet<Paragraph>): boolean {
  if (index < siblings.length - 1) return true;
  const stays = siblings.findLastIndex((block) => block.kind !== "paragraph" || !gone.has(block));
  return siblings[stays]?.kind === "paragraph";
}

/** The paragraph whose look new ones behind this one take: no words become a heading because they come after one. */
function lookedLike(found: FoundParagraph): FoundParagraph {
  const { paragraph, siblings, index, mark } = found;
  const next: Block | undefined = siblings[index + 1];
  if (!isHeading(paragraph) || next?.kind !== "paragraph" || isHeading(next)) return found;
  return { ...found, paragraph: next, from: mark + 1, mark: mark + next.length, index: index + 1 };
}

function isHeading({ headingLevel, isTitle }: Paragraph): boolean {
  return headingLevel !== null || isTitle;
}

function isEnd(token: Token | undefined): boolean {
  return token === undefined || token.kind === "close" || token.kind === "section";
}
