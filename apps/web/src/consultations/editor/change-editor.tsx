import { baseKeymap, toggleMark } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { type Command, EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { useEffect, useRef } from "react";
import { Button } from "../../design/button.tsx";
import { useWords } from "../room/words.ts";
import { docOf, schema, wordingIn } from "./schema.ts";
import { tracked } from "./track.ts";
import { type ChangedUnit, changesBetween, paragraphsOf, type Unit } from "./units.ts";

interface ChangeEditorProps {
  readonly label: string;
  /** The paragraph of the draft; empty for a new one. */
  readonly base: readonly Unit[];
  /** What the editor opens with. */
  readonly wording: readonly Unit[];
  /** Whether it comes into view and has the focus as it opens. */
  readonly takesFocus: boolean;
  /** Tells the wording whenever it changes. */
  readonly onChange: (paragraphs: ReturnType<typeof paragraphsOf>) => void;
}

const COMMANDS = [
  ["b", "bold", toggleMark(schema.marks.bold)],
  ["i", "italic", toggleMark(schema.marks.italic)],
  ["u", "underlined", toggleMark(schema.marks.underlined)],
] as const;

/** A paragraph in which one types as in Word with tracking on. */
export function ChangeEditor({ label, base, wording, takesFocus, onChange }: ChangeEditorProps) {
  const say = useWords();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const tell = useRef(onChange);
  tell.current = onChange;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; what is typed belongs to the editor from then on
  useEffect(() => {
    if (place.current === null) return;
    const changes = changesBetween(base, wording);
    const editor = open(place.current, label, changes, (units) => tell.current(paragraphsOf(units)));
    view.current = editor;
    if (takesFocus) comeIntoView(editor);
    return () => editor.destroy();
  }, []);
  const run = (command: Command): void => {
    const editor = view.current;
    if (editor === null) return;
    command(editor.state, editor.dispatch, editor);
    editor.focus();
  };
  return (
    <div className="editor">
      <div className="editor-tools" role="toolbar" aria-label={say("formatting")}>
        {COMMANDS.map(([key, name, command]) => (
          <Button key={name} look="plain" onPress={() => run(command)} aria-keyshortcuts={`Control+${key}`}>
            {say(name)}
          </Button>
        ))}
        <Button look="plain" onPress={() => run(undo)} aria-keyshortcuts="Control+z">
          {say("undo")}
        </Button>
        <Button look="plain" onPress={() => run(redo)} aria-keyshortcuts="Control+y">
          {say("redo")}
        </Button>
      </div>
      <div ref={place} className="editor-place" lang="und" />
    </div>
  );
}

/** The whole form where there is room for it, else the words. */
function comeIntoView(editor: EditorView): void {
  editor.dom.closest("form")?.scrollIntoView({ block: "nearest" });
  editor.dom.scrollIntoView({ block: "nearest" });
  editor.focus();
}

function open(
  place: HTMLElement,
  label: string,
  changes: readonly ChangedUnit[],
  onWording: (units: readonly Unit[]) => void,
): EditorView {
  const keys = Object.fromEntries(COMMANDS.map(([key, , command]) => [`Mod-${key}`, command]));
  const editor: EditorView = new EditorView(place, {
    state: EditorState.create({
      doc: docOf(changes),
      plugins: [history(), keymap({ ...keys, "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo }), keymap(baseKeymap)],
    }),
    attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label, class: "editor-text" },
    dispatchTransaction: (change) => {
      editor.updateState(editor.state.apply(tracked(change, editor.state)));
      if (change.docChanged) onWording(wordingIn(editor.state.doc));
    },
  });
  return editor;
}
