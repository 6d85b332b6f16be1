import type { PlacedComment } from "../../model/compilation.ts";
import type { StoryId } from "../../model/text.ts";
import { namespaceOf } from "../../ooxml/namespaces.ts";
import type { PackageEdit } from "../../ooxml/package-edit.ts";
import { declareNamespaces } from "../../ooxml/root-tag.ts";
import type { WordFile } from "../../ooxml/word-file.ts";
import { element, escapeAttribute, writeXml, type XmlElement, type XmlNode } from "../../ooxml/xml.ts";
import type { Authorship } from "./authorship.ts";
import type { ChangeTags } from "./change-tags.ts";
import type { Imports } from "./imports.ts";

/** The comments of all delegations, as they stand in the text and in their own parts. */
export class CommentsWriter {
  readonly #comments: readonly WrittenComment[];
  readonly #ends = new Map<string, string>();

  readonly #twins: ReadonlyMap<string, string>;

  constructor(
    comments: readonly PlacedComment[],
    twins: ReadonlyMap<string, string>,
    tags: ChangeTags,
    paragraphId: () => string,
  ) {
    this.#twins = twins;
    const written = comments.map((placed): WrittenComment => ({ placed, id: tags.id(), paragraphId: paragraphId() }));
    this.#comments = written;
    for (const { placed, id } of written) {
      const { comment, delegation } = placed;
      const { from, to, story } = comment;
      const reference = `<w:r><w:commentReference w:id="${id}"/></w:r>`;
      const isPoint = from.gap === to.gap && from.inserted === to.inserted;
      this.#add(
        keyOf(story, to.gap, delegation, to.inserted),
        isPoint ? reference : `<w:commentRangeEnd w:id="${id}"/>${reference}`,
        "end",
      );
      if (!isPoint)
        this.#add(keyOf(story, from.gap, delegation, from.inserted), `<w:commentRangeStart w:id="${id}"/>`, "start");
    }
  }

  readonly #starts = new Map<string, string>();

  #add(key: string, xml: string, end: "start" | "end"): void {
    const map = end === "start" ? this.#starts : this.#ends;
    map.set(key, (map.get(key) ?? "") + xml);
  }

  /** What stands at a gap; ends before beginnings. Of a delegation's own insertion with `inserted` from 1. */
  at(story: StoryId, gap: number, code: string | null, inserted: number): string {
    if (this.#comments.length === 0) return "";
    const key = keyOf(story, gap, code ?? "", inserted);
    return (this.#ends.get(key) ?? "") + (this.#starts.get(key) ?? "");
  }

  /** True where some comment begins or ends in a story. */
  touches(story: StoryId): boolean {
    return this.#comments.some(({ placed }) => placed.comment.story === story);
  }

  /** Writes the comments behind those of the base; threads and what is resolved go to a part of their own. */
  write(
    base: WordFile,
    edit: PackageEdit,
    imports: Imports,
    fileOf: (code: string) => WordFile | null,
    authorship: Authorship,
  ): void {
    if (this.#comments.length === 0) return;
    const part = base.partOfType("comments") ?? "/word/comments.xml";
    const elements = this.#comments.map((comment) => this.#element(comment, imports, fileOf, part, authorship));
    const own = base.partOfType("comments") === null ? null : base.package.text(part);
    const xml = appendTo(own, "w:comments", base.package.strict, elements.join(""));
    edit.withPart(part, declareNamespaces(xml, part, base.package.strict, new Map()), COMMENTS_TYPE);
    if (own === null) edit.addRelationship(base.package.mainPart, "comments", part);
    this.#writeThreads(base, edit);
  }

  #element(
    { placed, id, paragraphId }: WrittenComment,
    imports: Imports,
    fileOf: (code: string) => WordFile | null,
    part: string,
    authorship: Authorship,
  ): string {
    const { comment, delegation } = placed;
    const file = fileOf(delegation);
    const from = file?.partOfType("comments") ?? null;
    const source = comment.source as XmlElement | null;
    const blocks =
      source !== null && file !== null && from !== null
        ? source.elements().map((block) => imports.bring(block, file, from, part))
        : [];
    const written = blocks.some(isParagraph) ? blocks : plainParagraphs(comment.paragraphs);
    const last = written.findLastIndex(isParagraph);
    const content = written
      .map((block, i) => writeXml(i === last ? block.withAttribute("w14:paraId", paragraphId) : block))
      .join("");
    const { author, initials } = authorship.commentBy(delegation, comment);
    const date = comment.by.date === null ? "" : ` w:date="${escapeAttribute(comment.by.date)}"`;
    return `<w:comment w:id="${id}" w:author="${escapeAttribute(author)}"${date} w:initials="${escapeAttribute(initials)}">${content}</w:comment>`;
  }

  #writeThreads(base: WordFile, edit: PackageEdit): void {
    const needed = this.#comments.some(({ placed }) => placed.comment.parent !== null || placed.comment.resolved);
    const part = base.partOfType("commentsExtended");
    if (!needed && part === null) return;
    const idOf = new Map(
      this.#comments.map(({ placed, paragraphId }) => [`${placed.delegation} ${placed.comment.id}`, paragraphId]),
    );
    const entries = this.#comments.map(({ placed, paragraphId }) => {
      const above = `${placed.delegation} ${placed.comment.parent}`;
      const parent = placed.comment.parent === null ? undefined : idOf.get(this.#twins.get(above) ?? above);
      const answers = parent === undefined ? "" : ` w15:paraIdParent="${parent}"`;
      return `<w15:commentEx w15:paraId="${paragraphId}"${answers} w15:done="${placed.comment.resolved ? 1 : 0}"/>`;
    });
    const name = part ?? "/word/commentsExtended.xml";
    const xml = appendTo(
      part === null ? null : base.package.text(part),
      "w15:commentsEx",
      base.package.strict,
      entries.join(""),
    );
    edit.withPart(name, declareNamespaces(xml, name, base.package.strict, new Map()), THREADS_TYPE);
    if (part === null) edit.addRelationship(base.package.mainPart, THREADS_RELATIONSHIP, name);
  }
}

interface WrittenComment {
  readonly placed: PlacedComment;
  readonly id: number;
  readonly paragraphId: string;
}

const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const THREADS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml";
const THREADS_RELATIONSHIP = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended";

function keyOf(story: StoryId, gap: number, code: string, inserted: number): string {
  return inserted === 0 ? `${story} ${gap}` : `${story} ${gap} ${code} ${inserted}`;
}

/** A comment has a paragraph, though it says nothing. */
function plainParagraphs(texts: readonly string[]): XmlElement[] {
  return (texts.length > 0 ? texts : [""]).map((text) => {
    const words: XmlNode = { kind: "text", value: text, raw: null };
    return element("w:p", {}, [element("w:r", {}, [element("w:t", { "xml:space": "preserve" }, [words])])]);
  });
}

function isParagraph({ name }: XmlElement): boolean {
  return name === "w:p";
}

/** Adds elements at the end of a part's root; without a part, makes one. */
export function appendTo(xml: string | null, root: string, isStrict: boolean, added: string): string {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const prefix = root.slice(0, root.indexOf(":"));
  if (xml === null)
    return `${declaration}<${root} xmlns:${prefix}="${namespaceOf(prefix, isStrict)}">${added}</${root}>`;
  const end = xml.lastIndexOf("</");
  if (end >= 0) return xml.slice(0, end) + added + xml.slice(end);
  // A root without content: `<w:comments …/>`.
  const empty = xml.lastIndexOf("/>");
  const name = /<([\w:.-]+)[^<]*\/>\s*$/.exec(xml)?.[1] ?? root;
  return `${xml.slice(0, empty)}>${added}</${name}>`;
}
