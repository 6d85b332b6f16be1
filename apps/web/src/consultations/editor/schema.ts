import { type Mark, type MarkSpec, type Node, Schema } from "prosemirror-model";
import type { ChangedUnit, Unit } from "./units.ts";
import { wordsIn } from "./units.ts";

/** Emphasis in the order in which the engine writes it. */
const EMPHASIS = { b: "bold", i: "italic", u: "underlined", s: "struck" } as const;

function emphasis(tag: string): MarkSpec {
  return { parseDOM: [{ tag }], toDOM: () => [tag, 0] };
}

/** A wording while it is typed: what is deleted stays, struck; what is typed is marked as inserted. */
export const schema = new Schema({
  nodes: {
    doc: { content: "paragraph+" },
    paragraph: { content: "inline*", parseDOM: [{ tag: "p" }], toDOM: () => ["p", { dir: "auto" }, 0] },
    text: { group: "inline" },
    /** Kept whole, such as the reference to a note: it can be deleted, and not typed. */
    atom: {
      group: "inline",
      inline: true,
      atom: true,
      selectable: true,
      attrs: { at: {}, label: {} },
      toDOM: ({ attrs }) => ["span", { class: "editor-atom" }, String(attrs.label)],
    },
  },
  marks: {
    bold: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
    italic: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
    underlined: emphasis("u"),
    struck: emphasis("s"),
    // Typing at the edge of a change does not join it by itself: what is typed is marked by the tracking.
    inserted: { inclusive: false, toDOM: () => ["ins", 0] },
    deleted: { inclusive: false, excludes: "inserted", toDOM: () => ["del", 0] },
  },
});

/** Opens changes in the editor. */
export function docOf(changes: readonly ChangedUnit[]): Node {
  const paragraphs: Node[][] = [[]];
  for (const { change, unit } of changes) {
    const marks = change === "kept" ? [] : [schema.mark(change)];
    if (unit.kind === "end") {
      if (change !== "deleted") paragraphs.push([]);
    } else paragraphs.at(-1)?.push(nodeOf(unit, marks));
  }
  return schema.node(
    "doc",
    null,
    paragraphs.map((inline) => schema.node("paragraph", null, inline)),
  );
}

/** The wording as it would be: without what is deleted, and without paragraphs in which nothing stands. */
export function wordingIn(doc: Node): readonly Unit[] {
  return doc.children
    .map(unitsIn)
    .filter((units) => units.some((unit) => unit.kind === "atom" || (unit.kind === "word" && unit.text.trim() !== "")))
    .flatMap((units, i): Unit[] => (i > 0 ? [{ kind: "end" }, ...units] : units));
}

function unitsIn(paragraph: Node): Unit[] {
  return paragraph.children.flatMap((node): Unit[] => {
    if (node.marks.some(({ type }) => type === schema.marks.deleted)) return [];
    if (node.type === schema.nodes.atom) {
      return [{ kind: "atom", at: Number(node.attrs.at), label: String(node.attrs.label) }];
    }
    const look = emphasisOf(node.marks);
    return wordsIn(node.text ?? "").map((text) => ({ kind: "word", text, emphasis: look }));
  });
}

function nodeOf(unit: Exclude<Unit, { kind: "end" }>, marks: readonly Mark[]): Node {
  if (unit.kind === "atom") return schema.node("atom", { at: unit.at, label: unit.label }, undefined, marks);
  const look = [...unit.emphasis].flatMap((sign) => {
    const name = EMPHASIS[sign as keyof typeof EMPHASIS];
    return name === undefined ? [] : [schema.mark(name)];
  });
  return schema.text(unit.text, [...look, ...marks]);
}

function emphasisOf(marks: readonly Mark[]): string {
  const names = new Set(marks.map(({ type }) => type.name));
  return Object.entries(EMPHASIS)
    .filter(([, name]) => names.has(name))
    .map(([sign]) => sign)
    .join("");
}
