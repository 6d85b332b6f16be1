import type { Wrapper } from "../../ooxml/pieces.ts";
import { escapeAttribute, escapeText, type XmlElement } from "../../ooxml/xml.ts";
import type { Authors } from "./authors.ts";
import type { ChangeTags } from "./change-tags.ts";

/** Something of a paragraph, ready to be written: a stretch of a run, or what has no width. */
export interface InlineItem {
  /** What stands around it, outermost first. */
  readonly wrappers: readonly OutputWrapper[];
  readonly change: InlineChange | null;
  readonly content: InlineContent;
}

export type InlineContent =
  /** Characters, with the properties of their run as XML. */
  | { readonly kind: "text"; readonly properties: string; readonly text: string }
  /** A child of a run: a tab, an image, a note reference. */
  | { readonly kind: "in-run"; readonly properties: string; readonly xml: string }
  /** Elements at the level of runs: a field, an equation; `deletedXml` where they are deleted. */
  | { readonly kind: "run"; readonly xml: string; readonly deletedXml: string }
  /** Without width: the end of a bookmark or of a comment. */
  | { readonly kind: "marker"; readonly xml: string };

export interface InlineChange {
  readonly kind: keyof typeof CHANGE_TAGS;
  readonly by: Authors;
}

/** The element of a change round runs, and on the mark of a paragraph. */
export const CHANGE_TAGS = {
  inserted: "w:ins",
  deleted: "w:del",
  "moved-from": "w:moveFrom",
  "moved-to": "w:moveTo",
} as const;

/** A wrapper as it must stand in the output. */
export interface OutputWrapper {
  readonly wrapper: Wrapper;
  readonly open: string;
  readonly close: string;
}

/** Writes the items of one paragraph: neighbours with the same wrapper, change and look share one element. */
export function writeInline(items: readonly InlineItem[], tags: ChangeTags): string {
  return writeLevel(items, 0, tags);
}

function writeLevel(items: readonly InlineItem[], depth: number, tags: ChangeTags): string {
  let out = "";
  for (let i = 0; i < items.length; ) {
    const wrapper = items[i]?.wrappers[depth];
    let end = i + 1;
    while (end < items.length && items[end]?.wrappers[depth]?.wrapper === wrapper?.wrapper) end++;
    const group = items.slice(i, end);
    if (wrapper === undefined) out += writeChanges(group, tags);
    else out += writeWrapped(wrapper, writeLevel(group, depth + 1, tags), commonChange(group), tags);
    i = end;
  }
  return out;
}

/**
 * A content control all of whose content is inserted, or deleted, is so itself: its tags stand between the ends of two
 * ranges that say so (ECMA-376 Part 1, 17.13.5.4 to 8). Otherwise an empty control would be left over.
 */
function writeWrapped(wrapper: OutputWrapper, content: string, change: InlineChange | null, tags: ChangeTags): string {
  if (change === null || wrapper.wrapper.element?.name !== "w:sdt") return wrapper.open + content + wrapper.close;
  const name = change.kind === "inserted" || change.kind === "moved-to" ? "customXmlInsRange" : "customXmlDelRange";
  const around = (tag: string): string => {
    const id = tags.id();
    return `<w:${name}Start${tags.attributes(change.by, id)}/>${tag}<w:${name}End w:id="${id}"/>`;
  };
  return around(wrapper.open) + content + around(wrapper.close);
}

/** The change that all of several items are part of, or `null`. */
function commonChange(items: readonly InlineItem[]): InlineChange | null {
  const own = items.filter(({ content }) => content.kind !== "marker");
  const first = own[0]?.change ?? null;
  return first !== null && own.every((item) => isSameChange(item, first)) ? first : null;
}

function writeChanges(items: readonly InlineItem[], tags: ChangeTags): string {
  let out = "";
  for (let i = 0; i < items.length; ) {
    const { change, content } = items[i] as InlineItem;
    if (content.kind === "marker") {
      out += content.xml;
      i++;
      continue;
    }
    let end = i + 1;
    while (end < items.length && isSameChange(items[end] as InlineItem, change)) end++;
    const runs = writeRuns(
      items.slice(i, end).map((item) => item.content),
      change?.kind === "deleted",
    );
    out += change === null ? runs : writeChange(change, runs, tags);
    i = end;
  }
  return out;
}

function isSameChange({ change, content }: InlineItem, other: InlineChange | null): boolean {
  if (content.kind === "marker") return false;
  return (
    change === other || (change !== null && other !== null && change.kind === other.kind && change.by === other.by)
  );
}

function writeChange({ kind, by }: InlineChange, runs: string, tags: ChangeTags): string {
  const name = CHANGE_TAGS[kind];
  return `<${name}${tags.attributes(by)}>${runs}</${name}>`;
}

function writeRuns(contents: readonly InlineContent[], isDeleted: boolean): string {
  let out = "";
  for (let i = 0; i < contents.length; ) {
    const first = contents[i] as InlineContent;
    if (first.kind === "run" || first.kind === "marker") {
      out += first.kind === "run" && isDeleted ? first.deletedXml : first.xml;
      i++;
      continue;
    }
    let body = "";
    let text = "";
    const flush = (): void => {
      if (text !== "") body += textElement(text, isDeleted);
      text = "";
    };
    let end = i;
    for (; end < contents.length; end++) {
      const next = contents[end] as InlineContent;
      if (next.kind === "run" || next.kind === "marker" || next.properties !== first.properties) break;
      if (next.kind === "text") text += next.text;
      else {
        flush();
        body += next.xml;
      }
    }
    flush();
    out += `<w:r>${first.properties}${body}</w:r>`;
    i = end;
  }
  return out;
}

/** Deleted text has an element of its own (ECMA-376 Part 1, 17.3.3.7). */
function textElement(text: string, isDeleted: boolean): string {
  const name = isDeleted ? "w:delText" : "w:t";
  const space = text.trim() === text && !text.includes("  ") ? "" : ' xml:space="preserve"';
  return `<${name}${space}>${escapeText(text)}</${name}>`;
}

/** The start tag of an element and its children up to where the content goes. */
export function startTag(node: XmlElement, attributes: readonly string[] = node.attributes): string {
  let out = `<${node.name}`;
  for (let i = 0; i < attributes.length; i += 2) {
    const name = attributes[i] as string;
    if (!name.startsWith("xmlns")) out += ` ${name}="${escapeAttribute(attributes[i + 1] as string)}"`;
  }
  return `${out}>`;
}
