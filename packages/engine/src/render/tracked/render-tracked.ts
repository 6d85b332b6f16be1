import type { Compilation, CompiledStory } from "../../model/compilation.ts";
import type { DelegationCode } from "../../model/delegation.ts";
import type { Story, StoryId, Token } from "../../model/text.ts";
import { PackageEdit } from "../../ooxml/package-edit.ts";
import type { PartName } from "../../ooxml/part-names.ts";
import { declareNamespaces } from "../../ooxml/root-tag.ts";
import type { TokenSource } from "../../ooxml/token-source.ts";
import { WordFile } from "../../ooxml/word-file.ts";
import { writeXml } from "../../ooxml/xml.ts";
import { XmlReader } from "../../ooxml/xml-reader.ts";
import type { BaseText, BodyUnit } from "../../submission/base-text.ts";
import { describeFile } from "../core-properties.ts";
import { ANNOTATION_NUMBER, DRAWING_NUMBER, firstFree, storyTexts } from "../free-numbers.ts";
import { type Headed, type Heading, headingLines } from "../heading.ts";
import { AuthorSets } from "./authors.ts";
import { type Authorship, byDelegations } from "./authorship.ts";
import { ChangeTags } from "./change-tags.ts";
import { appendTo, CommentsWriter } from "./comments-part.ts";
import { Imports } from "./imports.ts";
import { dropMacros, withoutMacros } from "./macros.ts";
import { type Markup, markupOf } from "./markup.ts";
import { NotesWriter } from "./notes-part.ts";
import { StoryWriter } from "./story-writer.ts";
import type { WritingContext } from "./writing-context.ts";

export interface TrackedOptions extends Headed {
  /** True to name the persons behind changes and comments beside their delegation; left out otherwise. */
  readonly names?: boolean;
}

/** A proposal that Word's tracked changes cannot hold; it stands in the compilation all the same. */
export interface Untrackable {
  readonly story: StoryId;
  /** The base token that it is proposed for, or before which it is inserted. */
  readonly at: number;
  readonly delegations: readonly DelegationCode[];
  readonly what: "wording" | "formatting";
}

export interface TrackedFile {
  readonly bytes: Uint8Array;
  readonly untrackable: readonly Untrackable[];
}

/**
 * The base file with every proposal as a tracked change of Word, the author being the delegation, or all of them:
 * `XAA; XBB`. Accepting the changes that name a delegation and rejecting all others gives that delegation's text;
 * rejecting everything gives the base. What nobody touches is the base's own, byte for byte. A heading stands in the
 * properties of the file, where Word shows it as comments on the file: in the text it would be nobody's.
 */
export function renderTracked(base: BaseText, compilation: Compilation, options: TrackedOptions = {}): TrackedFile {
  const { names = false, heading } = options;
  return writeTracked(base, compilation, byDelegations(names), { heading });
}

/**
 * The same, with the names of changes and comments that `authorship` gives.
 */
export function writeTracked(
  base: BaseText,
  compilation: Compilation,
  authorship: Authorship,
  { twins = new Map(), heading }: WritingOptions = {},
): TrackedFile {
  return new TrackedRenderer(base, compilation, authorship, twins).render(heading);
}

interface WritingOptions {
  /** For comments that were left out, the one that stands for each; both by delegation and id, `"XAA 3"`. */
  readonly twins?: ReadonlyMap<string, string>;
  readonly heading?: Heading | undefined;
}

class TrackedRenderer {
  readonly #base: BaseText;
  readonly #authorship: Authorship;
  readonly #compilation: Compilation;
  readonly #edit: PackageEdit;
  readonly #tags: ChangeTags;
  readonly #imports: Imports;
  readonly #comments: CommentsWriter;
  readonly #notes: Readonly<Record<"footnote" | "endnote", NotesWriter>>;
  readonly #markups = new Map<StoryId, Markup>();
  readonly #compiled: ReadonlyMap<StoryId, CompiledStory>;
  readonly #parts = new Map<StoryId, PartName>();
  readonly #boxes = new Map<StoryId, string | null>();
  readonly #untrackable: Untrackable[] = [];
  readonly #context: WritingContext;

  constructor(base: BaseText, compilation: Compilation, authorship: Authorship, twins: ReadonlyMap<string, string>) {
    this.#base = base;
    this.#authorship = authorship;
    this.#compilation = compilation;
    this.#edit = new PackageEdit(base.file.package);
    const texts = storyTexts(base);
    this.#tags = new ChangeTags(firstFree(texts, ANNOTATION_NUMBER));
    this.#imports = new Imports(base.file, this.#edit, firstFree(texts, DRAWING_NUMBER));
    this.#comments = new CommentsWriter(compilation.comments, twins, this.#tags, paragraphIds(texts));
    this.#notes = { footnote: new NotesWriter(base.file, "footnote"), endnote: new NotesWriter(base.file, "endnote") };
    this.#compiled = new Map(compilation.stories.map((compiled) => [compiled.story.id, compiled]));
    const authors = new AuthorSets(
      compilation.delegations.map(({ code }) => code),
      authorship,
    );
    for (const compiled of compilation.stories) this.#markups.set(compiled.story.id, markupOf(compiled, authors));
    this.#findParts();
    this.#context = {
      tags: this.#tags,
      imports: this.#imports,
      fileOf: (code) => this.#fileOf(code) as WordFile,
      insertNote: (kind, note, file, holder, at) =>
        this.#insertNote(kind, note, file, this.#noteBefore(kind, holder, at)),
      textBox: (story) => this.#textBox(story),
      isTouched: (token) => token.stories.some(({ id, kind }) => kind === "textbox" && this.#textBox(id) !== null),
      commentsAt: (story, gap, code, inserted) => this.#comments.at(story, gap, code, inserted),
      join: (all) => authors.join(all),
      cannotTrack: (what, story, at, { by }) => this.#untrackable.push({ story, at, delegations: by.codes, what }),
    };
  }

  render(heading: Heading | undefined): TrackedFile {
    const { file } = this.#base;
    const body = this.#compiled.get("body") as CompiledStory;
    const xml = this.#base.head + this.#body(body.story) + this.#base.tail;
    for (const compiled of this.#compilation.stories) this.#otherStory(compiled.story);
    this.#setPart(file.package.mainPart, xml);
    for (const notes of Object.values(this.#notes)) notes.write(this.#edit, this.#namespaces());
    this.#comments.write(file, this.#edit, this.#imports, (code) => this.#fileOf(code), this.#authorship);
    this.#writeStyles();
    this.#writeLists();
    dropMacros(file.package, this.#edit);
    if (heading !== undefined) describeFile(file, this.#edit, headingLines(heading).trim());
    return { bytes: this.#edit.write(), untrackable: this.#untrackable };
  }

  #fileOf(code: DelegationCode): WordFile | null {
    const source = this.#compilation.sources.get(code);
    return source instanceof WordFile ? source : null;
  }

  #markup(story: StoryId): Markup {
    return this.#markups.get(story) as Markup;
  }

  #body(story: Story): string {
    const writer = new StoryWriter(story, this.#base.file.package.mainPart, this.#markup("body"), this.#context);
    let at = 0;
    const { units } = this.#base;
    for (let i = 0; i < units.length; ) {
      const unit = units[i] as BodyUnit;
      if (unit.blocks.length === 0) {
        // Blocks that go over several units end where the next unit that stands alone begins.
        while (i < units.length && (units[i] as BodyUnit).blocks.length === 0) i++;
        const end = i < units.length ? positionOf(story, (units[i] as BodyUnit).blocks[0]) : story.tokens.length;
        writer.write(at, end);
        at = end;
        continue;
      }
      const end = at + unit.blocks.reduce((sum, { length }) => sum + length, 0);
      if (unit.isPlain && writer.isBetweenBlocks && writer.isUntouched(at, end)) writer.copy(unit.raw);
      else writer.write(at, end);
      at = end;
      i++;
    }
    if (at < story.tokens.length) writer.write(at, story.tokens.length);
    return writer.finish();
  }

  /** Notes, headers and footers for which something is proposed. Text boxes are written with what holds them. */
  #otherStory(story: Story): void {
    if (story.kind === "body" || story.kind === "textbox" || !this.#isTouched(story)) return;
    const part = this.#parts.get(story.id) as PartName;
    const content = this.#content(story, part);
    if (story.kind === "footnote" || story.kind === "endnote") {
      this.#notes[story.kind].change(this.#noteIds.get(story.id) as string, content);
      return;
    }
    const xml = this.#base.file.package.text(part);
    const reader = new XmlReader(xml, part);
    reader.prolog();
    reader.enter();
    this.#setPart(part, xml.slice(0, reader.at) + content + xml.slice(xml.lastIndexOf("</")));
  }

  #content(story: Story, part: PartName): string {
    const writer = new StoryWriter(story, part, this.#markup(story.id), this.#context);
    writer.write(0, story.tokens.length);
    return writer.finish();
  }

  #isTouched(story: Story): boolean {
    const { passages, formatting } = this.#compiled.get(story.id) as CompiledStory;
    return (
      passages.length > 0
      || formatting.length > 0
      || this.#comments.touches(story.id)
      || this.#base.tracking.has(story.id)
      || story.tokens.some((token) => this.#context.isTouched(token))
    );
  }

  #textBox(id: StoryId): string | null {
    const known = this.#boxes.get(id);
    if (known !== undefined) return known;
    const compiled = this.#compiled.get(id);
    const content =
      compiled === undefined || !this.#isTouched(compiled.story)
        ? null
        : this.#content(compiled.story, this.#parts.get(id) as PartName);
    this.#boxes.set(id, content);
    return content;
  }

  /** Word's id of the base's note that is referred to last before a place; `null` if none is. */
  #noteBefore(kind: "footnote" | "endnote", holder: StoryId, at: number): string | null {
    const story = this.#compiled.get(holder)?.story;
    const before = (this.#base.holders.get(holder) ?? []).filter((position) => position < at);
    const notes = before
      .flatMap((position) => story?.tokens[position]?.stories ?? [])
      .filter((note) => note.kind === kind);
    return this.#noteIds.get(notes.at(-1)?.id ?? "") ?? null;
  }

  #insertNote(kind: "footnote" | "endnote", story: Story, file: WordFile, behind: string | null): string {
    const { part } = this.#notes[kind];
    return this.#notes[kind].add(behind, () => {
      const writer = new StoryWriter(story, part, NOTHING, this.#context, file);
      writer.write(0, story.tokens.length);
      return writer.finish();
    });
  }

  readonly #noteIds = new Map<StoryId, string>();

  /** Finds for each story of the base the part that it stands in, and Word's id of each note. */
  #findParts(): void {
    const { file, stories, margins } = this.#base;
    this.#parts.set("body", file.package.mainPart);
    for (const { story, part } of margins.values()) this.#parts.set(story, part);
    for (const story of stories) {
      const own = this.#parts.get(story.id);
      for (const token of story.tokens) this.#findInner(token, own ?? file.package.mainPart);
    }
  }

  #findInner(token: Token, part: PartName): void {
    const source = token.source as TokenSource | null;
    for (const [i, { id, kind }] of token.stories.entries()) {
      if (kind === "footnote" || kind === "endnote") {
        this.#parts.set(id, this.#notes[kind].part);
        const inner = source?.kind === "atom" ? source.piece.stories[i] : undefined;
        if (inner !== undefined) this.#noteIds.set(id, inner.noteId);
      } else this.#parts.set(id, part);
    }
  }

  #setPart(part: PartName, xml: string): void {
    const { package: source } = this.#base.file;
    // A base that says nothing of a part's type is read all the same.
    const type = withoutMacros(source.contentTypeOf(part) ?? "application/xml");
    this.#edit.withPart(part, declareNamespaces(xml, part, source.strict, this.#namespaces()), type);
  }

  /** Namespaces that the base declares further in, or that only submissions know, by prefix. */
  #namespaces(): ReadonlyMap<string, string> {
    const all = new Map(this.#base.file.namespaces);
    for (const { code } of this.#compilation.delegations) {
      for (const [prefix, uri] of this.#fileOf(code)?.namespaces ?? []) if (!all.has(prefix)) all.set(prefix, uri);
    }
    return all;
  }

  #writeStyles(): void {
    const added = this.#imports.styles;
    if (added.length === 0) return;
    const source = this.#base.file.package;
    const own = this.#base.file.partOfType("styles");
    const part = own ?? "/word/styles.xml";
    const xml = appendTo(
      own === null ? null : source.text(own),
      "w:styles",
      source.strict,
      added.map(writeXml).join(""),
    );
    this.#edit.withPart(part, declareNamespaces(xml, part, source.strict, this.#namespaces()), STYLES_TYPE);
    if (own === null) this.#edit.addRelationship(source.mainPart, "styles", part);
  }

  #writeLists(): void {
    const lists = this.#imports.lists;
    if (lists.length === 0) return;
    const own = this.#base.file.partOfType("numbering");
    const part = own ?? "/word/numbering.xml";
    const abstracts = lists.map(({ abstract }) => writeXml(abstract)).join("");
    const nums = lists
      .map(
        ({ numId, abstractId, overrides }) =>
          `<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstractId}"/>${overrides.map(writeXml).join("")}</w:num>`,
      )
      .join("");
    const before = own === null ? null : this.#base.file.package.text(part);
    // Definitions come before the lists that use them (CT_Numbering).
    const first = before === null ? -1 : before.search(/<w:num[\s>]/);
    const xml =
      before === null || first < 0
        ? appendTo(before, "w:numbering", this.#base.file.package.strict, abstracts + nums)
        : appendTo(
            before.slice(0, first) + abstracts + before.slice(first),
            "w:numbering",
            this.#base.file.package.strict,
            nums,
          );
    this.#edit.withPart(
      part,
      declareNamespaces(xml, part, this.#base.file.package.strict, this.#namespaces()),
      LISTS_TYPE,
    );
    if (own === null) this.#edit.addRelationship(this.#base.file.package.mainPart, "numbering", part);
  }
}

const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
const LISTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";
const NOTHING: Markup = {
  deleted: new Map(),
  inserted: new Map(),
  looks: new Map(),
  moves: new Map(),
  movedFrom: new Map(),
};

/** Paragraph ids that the base does not use: eight hexadecimal digits below 80000000 (MS-DOCX, 2.6.2.3). */
function paragraphIds(texts: readonly string[]): () => string {
  const used = new Set<string>();
  for (const text of texts) for (const [id] of text.matchAll(/\b[0-9A-F]{8}\b/gi)) used.add(id.toUpperCase());
  let next = 0x50000000;
  return () => {
    let id: string;
    do id = (next++).toString(16).toUpperCase().padStart(8, "0");
    while (used.has(id));
    return id;
  };
}

function positionOf(story: Story, block: Story["blocks"][number] | undefined): number {
  let at = 0;
  for (const own of story.blocks) {
    if (own === block) return at;
    at += own.length;
  }
  return at;
}
