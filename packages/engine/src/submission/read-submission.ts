import { countParagraphs } from "../align/item.ts";
import { applyEdits } from "../model/apply-edits.ts";
import type { Delegation } from "../model/delegation.ts";
import type { Notice } from "../model/notice.ts";
import { shareOf } from "../model/share.ts";
import type { AnchorEnd, Comment, Edit, StoryEdits, Submission, SubmissionFile } from "../model/submission.ts";
import type { Story, StoryId, Token } from "../model/text.ts";
import { type FileComment, readComments } from "../ooxml/comments-reader.ts";
import type { Piece } from "../ooxml/pieces.ts";
import { WordFile } from "../ooxml/word-file.ts";
import type { WordPackage } from "../ooxml/word-package.ts";
import { writeXml } from "../ooxml/xml.ts";
import { abridge } from "./abridge.ts";
import { account } from "./account.ts";
import { anchorAt, type CommentGaps, commentGaps } from "./anchors.ts";
import { type BaseText, changesAround, readPartPieces, sectionsOf, sourceOf } from "./base-text.ts";
import { type ReadSegment, readBody } from "./body-segments.ts";
import { type InterpretedStory, interpretStory, type ViewedStory } from "./interpret-story.ts";
import { readMargins } from "./margins.ts";
import { withoutNumbers } from "./paragraph-numbers.ts";
import { BaseRecogniser } from "./recogniser.ts";
import { withoutTraces } from "./traces.ts";
import { type Decided, type Segment, type ViewOptions, viewStory } from "./view.ts";

/** Understands a delegation's marked-up file against the base text. Throws a `Problem` if the file cannot be read. */
export function readSubmission(
  base: BaseText,
  source: WordPackage,
  delegation: Delegation,
  origin: SubmissionFile,
): Submission {
  return new SubmissionReader(base, source).read(delegation, origin);
}

interface ReadStory {
  /** The base story as it was compared: the body without what the submission repeats to the letter. */
  readonly base: Story;
  readonly viewed: ViewedStory;
  readonly interpreted: InterpretedStory;
  /** From a position in `base` to one in the whole story. */
  readonly position: (at: number) => number;
}

class SubmissionReader {
  readonly #base: BaseText;
  readonly #file: WordFile;
  readonly #baseStories: ReadonlyMap<StoryId, Story>;
  readonly #read = new Map<StoryId, ReadStory>();
  readonly #isCarried: (change: Decided) => boolean;
  readonly #notices: Notice[] = [];
  readonly #recogniser: BaseRecogniser;

  constructor(base: BaseText, source: WordPackage) {
    this.#base = base;
    this.#file = new WordFile(source, base.file);
    this.#baseStories = new Map(base.stories.map((story) => [story.id, story]));
    this.#isCarried = (change) => base.carried.has(change);
    this.#recogniser = new BaseRecogniser(base, this.#file);
  }

  read(delegation: Delegation, origin: SubmissionFile): Submission {
    const { segments } = readBody(this.#file, this.#recogniser);
    const likeness = this.#readStory(segments);
    this.#readMargins(segments.flatMap(({ segment, unit }) => (unit === null || unit.hasSection ? [segment] : [])));
    const stories = this.#base.stories.flatMap(({ id }) => this.#editsOf(id));
    const untracked = stories.flatMap(({ edits, reformats }) => [
      ...edits.filter(isUntracked),
      ...reformats.filter(({ tracked }) => !tracked),
    ]).length;
    if (untracked > 0) this.#notices.push({ code: "untracked-edits", count: untracked });
    this.#file.forgetNotes();
    const accounts = [...this.#read].map(([id, read]) => account(id, read, this.#isCarried, read.position));
    const nameless = accounts.reduce((sum, each) => sum + each.nameless, 0);
    if (nameless > 0) this.#notices.push({ code: "author-withheld", count: nameless });
    return {
      delegation,
      file: origin,
      stories,
      comments: this.#comments(),
      notices: [...this.#file.notices, ...this.#notices],
      likeness,
      equalsFile: [...this.#read.values()].every(givesFile),
      recorded: accounts.reduce((sum, { recorded }) => sum + recorded, 0),
      notCarried: accounts.flatMap(({ notCarried }) => notCarried),
      source: this.#file,
    };
  }

  /** Reads the body; gives the share of its paragraphs that have a partner in the base. */
  #readStory(segments: readonly ReadSegment[]): number {
    const abridged = abridge(this.#base, segments);
    const { viewed, interpreted } = this.#interpret(abridged.base, abridged.segments, (at) => abridged.position(at));
    const body = this.#story("body");
    for (const at of this.#base.holders.get("body") ?? []) {
      const token = body.tokens[at] as Token;
      if (abridged.omitted.some(({ from, to }) => from <= at && at < to)) this.#interpretInner(token, token);
    }
    // The token that stands for an omission counts as a paragraph of its own.
    const omitted = abridged.omitted.reduce((sum, { paragraphs }) => sum + paragraphs - 1, 0);
    const all = viewed.rejected.blocks.reduce((sum, block) => sum + countParagraphs(block), 0) + omitted;
    return shareOf(interpreted.matchedParagraphs + omitted, all);
  }

  #story(id: StoryId): Story {
    return this.#baseStories.get(id) as Story;
  }

  #editsOf(id: StoryId): StoryEdits[] {
    const read = this.#read.get(id);
    if (read === undefined) return [];
    const { interpreted, position } = read;
    if (interpreted.edits.length === 0 && interpreted.reformats.length === 0) return [];
    const inWhole = <Range extends { readonly fromA: number; readonly toA: number }>(range: Range): Range => ({
      ...range,
      fromA: position(range.fromA),
      toA: position(range.toA),
    });
    return [{ story: id, edits: interpreted.edits.map(inWhole), reformats: interpreted.reformats.map(inWhole) }];
  }

  #interpret(base: Story, segments: readonly Segment[], position: (at: number) => number = (at) => at): ReadStory {
    const viewed = this.#view(base, segments);
    const interpreted = interpretStory(base, viewed, this.#isCarried, this.#base.resemblance);
    const read: ReadStory = { base, viewed, interpreted, position };
    this.#read.set(base.id, read);
    for (const { fromA, fromB, length } of interpreted.kept) {
      for (let i = 0; i < length; i++) {
        const token = base.tokens[fromA + i] as Token;
        if (token.stories.length > 0) this.#interpretInner(token, viewed.accepted.tokens[fromB + i] as Token);
      }
    }
    return read;
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
    const ownId = this.#recogniser.noteId(kind, noteId);
    return this.#repeatsNote(kind, noteId, ownId) ? null : this.#file.notePieces(kind, ownId);
  }

  /** True for a note that says what the base's note says, told by its letters as units of the body are. */
  #repeatsNote(kind: "footnote" | "endnote", noteId: string, ownId: string): boolean {
    const base = this.#base.file.noteElement(kind, noteId);
    const own = this.#file.noteElement(kind, ownId);
    const hasSameIds =
      this.#file.styles === this.#base.file.styles && this.#file.numbering === this.#base.file.numbering;
    if (base === null || own === null || !hasSameIds) return false;
    const raw = base.children.map(writeXml).join("");
    const leadsElsewhere = /\sr:\w+="/.test(raw);
    return !leadsElsewhere && withoutTraces(raw) === withoutTraces(own.children.map(writeXml).join(""));
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
    return segments.some(
      (segment) => segment.kind === "pieces" && segment.pieces.some((piece) => this.#isTracked(piece)),
    );
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
    for (const [story, read] of this.#read) {
      const { viewed } = read;
      if (!holdsComments(viewed.segments)) continue;
      for (const [id, gaps] of commentGaps(viewed.accepted)) {
        const comment = ids.get(id);
        if (comment === undefined) continue;
        ids.delete(id);
        if (!carried.has(commentKey(comment))) comments.push(placed(comment, story, gaps, read));
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

/** Whether the edits, made in the base, give the accepted text. Stories that hang on kept tokens are proved apart. */
function givesFile({ base, viewed, interpreted }: ReadStory): boolean {
  const given = applyEdits(base.tokens, interpreted.edits, interpreted.reformats);
  const { tokens } = viewed.accepted;
  return (
    given.length === tokens.length
    && given.every((token, i) => {
      const other = tokens[i] as Token;
      return token === other || (token.wording === other.wording && token.format === other.format);
    })
  );
}

/** Of the two ends of a move, the insertion counts. */
function isUntracked({ tracked, move, inserted }: Edit): boolean {
  return !tracked && (move === null || inserted.length > 0);
}

/** True where a comment begins, ends or is referred to in what was read of a story; what was recognised is the base's. */
function holdsComments(segments: readonly Segment[]): boolean {
  return segments.some(({ kind, pieces }) => kind === "pieces" && pieces.some(isCommentMarker));
}

function isCommentMarker(piece: Piece): boolean {
  return piece.kind === "marker" && (piece.element.name.startsWith("w:comment") || piece.element.name === "w:r");
}

function commentKey({ author, date, paragraphs }: FileComment): string {
  return JSON.stringify([author, date, paragraphs]);
}

function placed(
  comment: FileComment,
  story: StoryId,
  gaps: CommentGaps,
  { interpreted, position }: ReadStory,
): Comment {
  const to = gaps.to ?? gaps.reference ?? gaps.from ?? 0;
  const from = Math.min(gaps.from ?? to, to);
  const inWhole = (gap: number): AnchorEnd => {
    const { gap: at, inserted } = anchorAt(gap, interpreted.edges);
    return { gap: position(at), inserted };
  };
  return toComment(comment, story, inWhole(from), inWhole(to));
}

function toComment(comment: FileComment, story: StoryId, from: Comment["from"], to: Comment["to"]): Comment {
  const { id, author, date, initials, paragraphs, parent, resolved, element } = comment;
  return { id, story, from, to, by: { author, date }, initials, paragraphs, parent, resolved, source: element };
}
