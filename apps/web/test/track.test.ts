import { Slice } from "prosemirror-model";
import { AllSelection, EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { describe, expect, test } from "vitest";
import { docOf, schema, wordingIn } from "../src/consultations/editor/schema.ts";
import { tracked } from "../src/consultations/editor/track.ts";
import {
  changesBetween,
  paragraphsOf,
  redlineOf,
  type Unit,
  unitsOf,
  unitsOfWording,
  wordsIn,
} from "../src/consultations/editor/units.ts";

/** `[-gone-]` is struck, `[+come+]` inserted, `|` the caret, `¶` the end of a paragraph. */
function shown(state: EditorState): string {
  let text = "";
  state.doc.forEach((paragraph, at, index) => {
    if (index > 0) text += "¶";
    paragraph.forEach((node, offset) => {
      const from = at + 1 + offset;
      const caret = state.selection.head - from;
      const words = node.isText ? (node.text ?? "") : `<${node.attrs.label}>`;
      const isInside = caret >= 0 && caret < node.nodeSize;
      const marked = isInside ? `${words.slice(0, caret)}|${words.slice(caret)}` : words;
      const mark = node.marks.find(({ type }) => type.name === "inserted" || type.name === "deleted");
      text += mark === undefined ? marked : mark.type.name === "inserted" ? `[+${marked}+]` : `[-${marked}-]`;
    });
    if (state.selection.head === at + paragraph.nodeSize - 1) text += "|";
  });
  return text;
}

function editing(text: string, caret: number): EditorState {
  const base = wordsIn(text).map((word): Unit => ({ kind: "word", text: word, emphasis: "" }));
  const state = EditorState.create({ doc: docOf(changesBetween(base, base)) });
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, caret)));
}

function act(state: EditorState, change: (tr: Transaction) => Transaction): EditorState {
  return state.apply(tracked(change(state.tr), state));
}

const backspace = (state: EditorState): EditorState =>
  act(state, (tr) => tr.delete(state.selection.head - 1, state.selection.head));

describe("what is typed", () => {
  test("is marked as inserted, and taken back without a trace", () => {
    const typed = act(editing("States report.", 8), (tr) => tr.insertText("may "));
    expect(shown(typed)).toBe("States [+may +]|report.");
    expect(shown(backspace(backspace(typed)))).toBe("States [+ma+]|report.");
  });

  test("strikes what it deletes, letter by letter, and goes on before it", () => {
    const once = backspace(editing("States report.", 7));
    expect(shown(once)).toBe("State[-|s-] report.");
    expect(shown(backspace(once))).toBe("Stat[-|es-] report.");
  });

  test("takes the place of what was selected, after it", () => {
    const state = editing("States shall report.", 8);
    expect(shown(act(state, (tr) => tr.insertText("may", 8, 13)))).toBe("States [-shall-][+may+]| report.");
  });

  test("deletes forward past what it strikes", () => {
    const state = editing("States report.", 7);
    const once = act(state, (tr) => tr.delete(7, 8));
    expect(shown(once)).toBe("States[- -]|report.");
  });

  test("makes a new paragraph, and joins it again", () => {
    const state = editing("States report.", 8);
    const split = act(state, (tr) => tr.split(8));
    expect(shown(split)).toBe("States ¶|report.");
    const wording = wordingIn(split.doc);
    expect(paragraphsOf(wording)).toEqual([[{ text: "States ", emphasis: "" }], [{ text: "report.", emphasis: "" }]]);
    const joined = act(split, (tr) => tr.delete(8, 10));
    expect(shown(joined)).toBe("States |report.");
  });

  test("takes the place of everything in the same paragraph, typed or pasted", () => {
    const state = editing("States report.", 1);
    const all = state.apply(state.tr.setSelection(new AllSelection(state.doc)));
    const typed = act(all, (tr) => tr.insertText("All go."));
    expect(shown(typed)).toBe("[-States report.-][+All go.+]|");
    expect(paragraphsOf(wordingIn(typed.doc))).toEqual([[{ text: "All go.", emphasis: "" }]]);
    const pasted = docOf(changesBetween([], unitsOfWording([[piece("One")], [piece("Two")]], []))).content;
    const over = act(all, (tr) => tr.replaceSelection(new Slice(pasted, 0, 0)));
    expect(shown(over)).toBe("[-States report.-][+One+]¶[+Two+]|");
    expect(shown(act(all, (tr) => tr.deleteSelection()))).toBe("[-|States report.-]");
  });

  test("makes no paragraph in which nothing stands, and leaves none behind", () => {
    const split = act(
      act(editing("States report.", 15), (tr) => tr.split(15)),
      (tr) => tr.split(17),
    );
    expect(shown(split)).toBe("States report.¶¶|");
    expect(paragraphsOf(wordingIn(split.doc))).toEqual([[{ text: "States report.", emphasis: "" }]]);
    expect(shown(act(split, (tr) => tr.delete(16, 18)))).toBe("States report.|¶");
    expect(shown(act(split, (tr) => tr.delete(0, split.doc.content.size)))).toBe("[-|States report.-]");
  });

  test("keeps what cannot be typed, such as the reference to a note", () => {
    const base: Unit[] = [
      { kind: "word", text: "States ", emphasis: "" },
      { kind: "atom", at: 7, label: "3" },
      { kind: "word", text: " report.", emphasis: "b" },
    ];
    const doc = docOf(changesBetween(base, base));
    expect(paragraphsOf(wordingIn(doc))).toEqual([
      [{ text: "States ", emphasis: "" }, { atom: 7 }, { text: " report.", emphasis: "b" }],
    ]);
    expect(doc.firstChild?.childCount).toBe(3);
    expect(schema.nodes.atom.isAtom).toBe(true);
  });
});

function piece(words: string) {
  return { text: words, emphasis: "" };
}

test("a wording that nobody changed is told as kept, however the engine cut it into tokens", () => {
  const paragraph = {
    kind: "paragraph",
    from: 3,
    words: ["Non-", "Proliferation ", "of ", "arms", ".", "\n"],
  } as const;
  const base = unitsOf({ ...paragraph, label: "", headingLevel: null, citation: "para. 1" });
  const wording = unitsOfWording([[{ text: "Non-Proliferation of arms.", emphasis: "" }]], base);
  expect(redlineOf(changesBetween(base, wording))).toEqual([{ kind: "kept", text: "Non-Proliferation of arms." }]);
});

test("a proposal is told as what it changes", () => {
  const base = wordsIn("States should report every year.").map((text): Unit => ({ kind: "word", text, emphasis: "" }));
  const wording = unitsOfWording([[{ text: "States shall report.", emphasis: "" }]], base);
  expect(redlineOf(changesBetween(base, wording))).toEqual([
    { kind: "kept", text: "States " },
    { kind: "deleted", text: "should report every year" },
    { kind: "inserted", text: "shall report" },
    { kind: "kept", text: "." },
  ]);
});
