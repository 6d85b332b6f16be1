import { applyEdits } from "../model/apply-edits.ts";
import type { Delegation } from "../model/delegation.ts";
import type { Notice } from "../model/notice.ts";
import type { Comment, StoryEdits, Submission, SubmissionFile } from "../model/submission.ts";
import type { Story, StoryId, Token } from "../model/text.ts";
import { type FileComment, readComments } from "../ooxml/comments-reader.ts";
import type { Piece } from "../ooxml/pieces.ts";
import { WordFile } from "../ooxml/word-file.ts";
import type { WordPackage } from "../ooxml/word-package.ts";
import { anchorAt, type CommentGaps, commentGaps } from "./anchors.ts";
import { type BaseText, changesAround, readPartPieces, sectionsOf, sourceOf } from "./base-text.ts";
import { readBody } from "./body-segments.ts";
import { type InterpretedStory, interpretStory, type ViewedStory } from "./interpret-story.ts";
import { readMargins } from "./margins.ts";
import { withoutNumbers } from "./paragraph-numbers.ts";
import { BaseRecogniser } from "./recogniser.ts";
import { type Decided, type Segment, viewStory, type ViewOptions } from "./view.ts";

/** Understands a delegation's marked-up file against the base text. Throws a `Problem` if the file cannot be read. */
export function readSubmission(
  base: BaseText,
  source: WordPackage,
  delegation: Delegation,
  origin: SubmissionFile,
): Submission {
  return new SubmissionReader(base, source).read(delegation, origin);
}

class SubmissionReader {
  readonly #base: BaseText;
  readonly #file: WordFile;
  readonly #baseStories: ReadonlyMap<StoryId, Story>;
  readonly #read = new Map<StoryId, { readonly viewed: ViewedStory; readonly interpreted: InterpretedStory }>();
  readonly #isCarried: (change: Decided) => boolean;
  readonly #notices: Notice[] = [];

  constructor(base: BaseText, source: WordPackage) {
    this.#base = base;
    this.#file = new WordFile(source, base.file);
    this.#baseStories = new Map(base.stories.map((story) => [story.id, story]));
    this.#isCarried = (change) => base.carried.has(change);
  }

  read(delegation: Delegation, origin: SubmissionFile): Submission {
    const segments = readBody(this.#file, new BaseRecogniser(this.#base, this.#file)).segments.map((read) => read.segment);
    const body = this.#interpret(this.#story("body"), segments);
    this.#readMargins(segments);
    let equalsFile = true;
    const stories: StoryEdits[] = [];
    for (const { id } of this.#base.stories) {
      const read = this.#read.get(id);
      if (read === undefined) continue;
      const { edits, reformats } = read.interpreted;
      equalsFile &&= this.#gives(this.#story(id), read.interpreted, read.viewed.accepted);
      if (edits.length === 0 && reformats.length === 0) continue;
      stories.push({ story: id, edits, reformats });
    }
    const untracked = stories.reduce((sum, { edits }) => sum + edits.filter((edit) => !edit.tracked).length, 0);
    if (untracked > 0) this.#notices.push({ code: "untracked-edits", count: untracked });
    const paragraphs = body.viewed.rejected.tokens.filter(({ kind }) => kind === "mark").length;
    return {
      delegation,
      file: origin,
      stories,
      comments: this.#comments(),
      notices: [...this.#file.notices, ...this.#notices],
      likeness: paragraphs === 0 ? 1 : body.interpreted.alignment.matchedParagraphs / paragraphs,
      equalsFile,
      source: this.#file,
    };
  }

  /** Whether edits made in a base story give the accepted one. Stories that hang on kept tokens are proved apart. */
  #gives(base: Story, { edits, reformats }: InterpretedStory, accepted: Story): boolean {
    const given = applyEdits(base.tokens, edits, reformats);
    return given.length === accepted.tokens.length && given.every((token, i) => {
      const other = accepted.tokens[i] as Token;
      return token === other || (token.wording === other.wording && token.format === other.format);
    });
  }

  #story(id: StoryId): Story {
    return this.#baseStories.get(id) as Story;
  }

  #interpret(base: Story, segments: readonly Segment[]): { viewed: ViewedStory; interpreted: InterpretedStory } {
    const viewed = this.#view(base, segments);
    const interpreted = interpretStory(base, viewed, this.#isCarried);
    this.#read.set(base.id, { viewed, interpreted });
    for (const { fromA, fromB, length } of interpreted.kept) {
      for (let i = 0; i < length; i++) {
        const token = base.tokens[fromA + i] as Token;
        if (token.stories.length > 0) this.#interpretInner(token, viewed.accepted.tokens[fromB + i] as Token);
      }
    }
    return { viewed, interpreted };
  }

  /** The stories that hang on a token which the delegation keeps. */
  #interpretInner(base: Token, kept: Token): void {
    const source = sourceOf(kept);
    if (source?.kind !== "atom") return;
    for (const [i, story] of base.stories.entries()) {
      const inner = source.piece.stories[i];
      if (inner === undefined) continue;
      const pieces = base === kept ? this.#ownPieces(inner.kind, inner.noteId) : inner.pieces;
      if (pieces !== null) this.#interpret(story, [{ kind: "pieces", pieces }]);
    }
  }

  /**
   * The note that a recognised reference leads to in this file; `null` where it is the base's own. What stands in a
   * recognised text box is the base's, to the letter.
   */
  #ownPieces(kind: "footnote" | "endnote" | "textbox", noteId: string): readonly Piece[] | null {
    if (kind === "textbox") return null;
    const part = this.#base.file.notesPart(kind);
    const own = this.#file.notesPart(kind);
    if (part === null || own === null || this.#base.file.package.sameBytes(part, this.#file.package, own)) return null;
    return this.#file.notePieces(kind, noteId);
  }

  #readMargins(segments: readonly Segment[]): void {
    const done = new Set<StoryId>();
    const own = new Map(readMargins(this.#file, sectionsOf(segments)).map((margin) => [margin.key, margin.part]));
    for (const [key, { story, part }] of this.#base.margins) {
      const ownPart = own.get(key);
      if (ownPart === undefined || done.has(story)) continue;
      done.add(story);
      this.#file.storyParts.set(story, ownPart);
      if (this.#base.file.package.sameBytes(part, this.#file.package, ownPart)) continue;
      this.#interpret(this.#story(story), [{ kind: "pieces", pieces: readPartPieces(this.#file, ownPart) }]);
    }
    for (const [key, part] of own) {
      if (!this.#base.margins.has(key)) this.#notices.push({ code: "part-not-compared", part });
    }
  }

  #view(base: Story, segments: readonly Segment[]): ViewedStory {
    const options: ViewOptions = {
      decide: () => true,
      settles: false,
      nameStory: () => "",
      numberStory: withoutNumbers,
    };
    const accepted = this.#withSection(base, viewStory(base.id, base.kind, segments, options));
    if (!this.#tracks(segments)) return { rejected: accepted, accepted, segments };
    const view = viewStory(base.id, base.kind, segments, { ...options, decide: this.#isCarried });
    return { rejected: this.#withSection(base, view), accepted, segments };
  }

  /** The properties of the last section can be changed, but not added or taken away: nobody could track it. */
  #withSection(base: Story, story: Story): Story {
    const own = story.tokens.at(-1);
    const last = base.tokens.at(-1);
    if ((own?.kind === "section") === (last?.kind === "section")) return story;
    const tokens = own?.kind === "section" ? story.tokens.slice(0, -1) : [...story.tokens, last as Token];
    if (!this.#notices.some(({ code }) => code === "part-not-compared")) {
      this.#notices.push({ code: "part-not-compared", part: "w:sectPr in w:body" });
    }
    return { ...story, tokens };
  }

  /** True where pieces that were read here carry a change of the delegation's own. */
  #tracks(segments: readonly Segment[]): boolean {
    return segments.some((segment) => segment.kind === "pieces" && segment.pieces.some((piece) => this.#isTracked(piece)));
  }

  #isTracked(piece: Piece): boolean {
    if (piece.kind === "marker") return false;
    for (const change of changesAround(piece)) if (!this.#isCarried(change)) return true;
    return false;
  }

  #comments(): Comment[] {
    const carried = new Set(readComments(this.#base.file).map(commentKey));
    const own = readComments(this.#file);
    const ids = new Map(own.map((comment) => [comment.id, comment]));
    const comments: Comment[] = [];
    for (const [story, { viewed, interpreted }] of this.#read) {
      for (const [id, gaps] of commentGaps(viewed.accepted)) {
        const comment = ids.get(id);
        if (comment === undefined) continue;
        ids.delete(id);
        if (!carried.has(commentKey(comment))) comments.push(placed(comment, story, gaps, interpreted));
      }
    }
    for (const comment of ids.values()) {
      if (carried.has(commentKey(comment))) continue;
      // A comment that stands nowhere in the text, a reply for instance: it goes where its thread is, else to the top.
      const parent = comments.find(({ id }) => id === comment.parent);
      const top = { gap: 0, inserted: 0 };
      comments.push(toComment(comment, parent?.story ?? "body", parent?.from ?? top, parent?.to ?? top));
    }
    return comments;
  }
}

function commentKey({ author, date, paragraphs }: FileComment): string {
  return JSON.stringify([author, date, paragraphs]);
}

function placed(comment: FileComment, story: StoryId, gaps: CommentGaps, { edges }: InterpretedStory): Comment {
  const to = gaps.to ?? gaps.reference ?? gaps.from ?? 0;
  const from = Math.min(gaps.from ?? to, to);
  return toComment(comment, story, anchorAt(from, edges), anchorAt(to, edges));
}

function toComment(comment: FileComment, story: StoryId, from: Comment["from"], to: Comment["to"]): Comment {
  const { id, author, date, initials, paragraphs, parent, resolved, element } = comment;
  return { id, story, from, to, by: { author, date }, initials, paragraphs, parent, resolved, source: element };
}
