import { permanentIds } from "../model/permanent-ids.ts";
import type { Story } from "../model/text.ts";
import { PackageEdit } from "../ooxml/package-edit.ts";
import { bookmarkNameOf, isPermanentId, LONGEST_PERMANENT_ID } from "../ooxml/permanent-bookmark.ts";
import { declareNamespaces } from "../ooxml/root-tag.ts";
import type { WordFile } from "../ooxml/word-file.ts";
import type { XmlElement } from "../ooxml/xml.ts";
import { type BaseParagraph, carriers } from "../submission/base-paragraphs.ts";
import type { BaseText } from "../submission/base-text.ts";
import { ANNOTATION_NUMBER, firstFree, storyTexts } from "./free-numbers.ts";

/**
 * The file to circulate: the base file in which every paragraph that `listParagraphs` gives has a hidden bookmark with its
 * permanent id round its content (ECMA-376 Part 1, 17.13.6.2). `giveId` is asked, in the order of the text, for those
 * that have none; ids that the file carries already stay. Nothing else changes: other parts are copied as they are
 * compressed, and where nothing is missing, so is the text. Read it again: submissions are compared with it.
 *
 * Throws a `RangeError` for an id that is no name for a bookmark, or that another paragraph has: Word takes no account of
 * the case of letters.
 */
export function writeCirculated(base: BaseText, giveId: (paragraph: BaseParagraph) => string): Uint8Array {
  const { file } = base;
  const { blocks } = base.stories[0] as Story;
  const known = permanentIds(blocks);
  const taken = new Set([...known.values()].map((id) => id.toLowerCase()));
  const part = file.package.mainPart;
  const source = file.package.text(part);
  const contents = contentsOfParagraphs(file);
  const edit = new PackageEdit(file.package);
  let number = firstFree(storyTexts(base), ANNOTATION_NUMBER);
  let xml = "";
  let copied = 0;
  for (const { paragraph, from, at } of carriers(blocks, 0)) {
    if (known.has(paragraph)) continue;
    const id = giveId({ from, id: null });
    if (!isPermanentId(id))
      throw new RangeError(`${id} is not 1 to ${LONGEST_PERMANENT_ID} letters, digits and underscores`);
    if (taken.has(id.toLowerCase())) throw new RangeError(`${id} is the id of two paragraphs`);
    taken.add(id.toLowerCase());
    const { start, end, openTag } = contents.get(at) as Content;
    const bookmark = `<w:bookmarkStart w:id="${number}" w:name="${bookmarkNameOf(id)}"/>`;
    const bookmarkEnd = `<w:bookmarkEnd w:id="${number++}"/>`;
    if (openTag === null) xml += source.slice(copied, start) + bookmark + source.slice(start, end) + bookmarkEnd;
    else xml += `${source.slice(copied, at)}${openTag}${bookmark}${bookmarkEnd}</${/^<([^\s/>]+)/.exec(openTag)?.[1]}>`;
    copied = end;
  }
  if (copied > 0) {
    const whole = declareNamespaces(xml + source.slice(copied), part, file.package.strict, new Map());
    edit.withPart(part, whole, file.package.contentTypeOf(part) ?? "application/xml");
  }
  return edit.write();
}

/** Where the content of a w:p stands in its part, behind its properties; `openTag` of one that is written `<w:p/>`. */
interface Content {
  readonly start: number;
  readonly end: number;
  readonly openTag: string | null;
}

/** The content of every w:p of the body, by where the w:p begins. */
function contentsOfParagraphs(file: WordFile): Map<number, Content> {
  const contents = new Map<number, Content>();
  const reader = file.openBody();
  const visit = (node: XmlElement): void => {
    if (node.name === "w:p" && node.origin !== null) contents.set(node.origin.from, contentOf(node, node.origin));
    for (const child of node.elements()) visit(child);
  };
  for (let node = reader.next(); node !== null; node = reader.next()) if (node.kind === "element") visit(node);
  return contents;
}

function contentOf(node: XmlElement, { source, from, to }: NonNullable<XmlElement["origin"]>): Content {
  const isEmptyTag = source.charAt(to - 2) === "/" && node.children.length === 0;
  if (isEmptyTag) return { start: to, end: to, openTag: `${source.slice(from, to - 2).trimEnd()}>` };
  const end = source.lastIndexOf("</", to);
  const properties = node.child("w:pPr")?.origin ?? null;
  return { start: properties?.to ?? startOfContent(source, from), end, openTag: null };
}

/** Behind the start tag; a quoted attribute may hold a ">". */
function startOfContent(source: string, from: number): number {
  START_TAG.lastIndex = from;
  return from + (START_TAG.exec(source)?.[0].length ?? 0);
}

const START_TAG = /<(?:[^"'>]|"[^"]*"|'[^']*')*>/y;
