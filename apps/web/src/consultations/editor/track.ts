import { Fragment, type Node, Slice } from "prosemirror-model";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { Mapping, ReplaceStep } from "prosemirror-transform";
import { schema } from "./schema.ts";

/**
 * The same change, tracked: what it would delete stays and is marked as deleted, unless it was inserted before; what it
 * inserts is marked as inserted. Undo and redo pass as they are: they take back what was tracked.
 */
export function tracked(change: Transaction, state: EditorState): Transaction {
  if (!change.docChanged || change.getMeta("history$") !== undefined) return change;
  const out = state.tr;
  for (const [i, step] of change.steps.entries()) {
    const before = new Mapping(change.mapping.maps.slice(0, i)).invert();
    if (!(step instanceof ReplaceStep)) {
      const mapped = step.map(before)?.map(out.mapping);
      if (mapped) out.step(mapped);
      continue;
    }
    const from = out.mapping.map(before.map(step.from, -1), -1);
    const to = out.mapping.map(before.map(step.to, 1), 1);
    const caret = replace(
      out,
      withinParagraphs(out.doc, { from, to, slice: step.slice }),
      isForwardDelete(state, step),
    );
    out.setSelection(TextSelection.near(out.doc.resolve(caret)));
  }
  if (change.storedMarksSet) out.setStoredMarks(change.storedMarks);
  return out.scrollIntoView();
}

interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly slice: Slice;
}

/**
 * Whole paragraphs, such as everything that can be selected, begin and end between paragraphs. But what is struck stays in
 * its paragraph: so what takes its place goes into that one, and not into another behind it.
 */
function withinParagraphs(doc: Node, { from, to, slice }: Replacement): Replacement {
  const [isBeforeOne, isBehindOne] = [from, to].map((at) => doc.resolve(at).depth === 0);
  if (from === to || !(isBeforeOne || isBehindOne)) return { from, to, slice };
  const isJoined = slice.size === 0 && isBeforeOne && from > 0;
  return {
    // With nothing in its place, a paragraph joins the one before it.
    from: isBeforeOne ? from + (isJoined ? -1 : 1) : from,
    to: isBehindOne ? to - 1 : to,
    slice:
      slice.size === 0
        ? slice
        : new Slice(slice.content, isBeforeOne ? 1 : slice.openStart, isBehindOne ? 1 : slice.openEnd),
  };
}

/** Gives the position at which the caret belongs. */
function replace(out: Transaction, { from, to, slice }: Replacement, isForward: boolean): number {
  const start = out.steps.length;
  const after = (position: number, side: 1 | -1): number => out.mapping.slice(start).map(position, side);
  const struck: { readonly at: number; readonly end: number; readonly isOwn: boolean }[] = [];
  out.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isInline) return;
    const isOwn = node.marks.some(({ type }) => type === schema.marks.inserted);
    struck.push({ at: Math.max(position, from), end: Math.min(position + node.nodeSize, to), isOwn });
  });
  for (const { at, end, isOwn } of struck.reverse()) {
    if (isOwn) out.delete(at, end);
    else out.addMark(at, end, schema.mark("deleted"));
  }
  joinParagraphs(out, after(from, -1), () => after(to, 1));
  if (slice.size === 0) return isForward ? after(to, 1) : after(from, -1);
  out.replace(after(to, 1), after(to, 1), new Slice(inserted(slice.content), slice.openStart, slice.openEnd));
  return after(to, 1);
}

/** Only the typist makes ends of paragraphs, for a paragraph of the draft is one: so they go without a trace. */
function joinParagraphs(out: Transaction, from: number, to: () => number): void {
  for (;;) {
    const end = out.doc.resolve(from).end();
    if (to() <= end + 1) return;
    out.join(end + 1);
  }
}

function inserted(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (!node.isInline) nodes.push(node.copy(inserted(node.content)));
    else nodes.push(node.mark(schema.mark("inserted").addToSet(schema.marks.deleted.removeFromSet(node.marks))));
  });
  return Fragment.from(nodes);
}

/** Deleting forward, the caret goes on past what it struck; else it would strike the same letter again and again. */
function isForwardDelete({ selection }: EditorState, step: ReplaceStep): boolean {
  return selection.empty && selection.head === step.from && step.slice.size === 0;
}
