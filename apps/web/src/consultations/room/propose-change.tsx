import type { ProposedChange, RoomView } from "@compendium/contract";
import type { ParagraphEntry } from "@compendium/engine";
import { useEffect, useState } from "react";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { Button } from "../../design/button.tsx";
import { Form, TextArea } from "../../design/form.tsx";
import { SureButton } from "../../design/sure-button.tsx";
import { ChangeEditor } from "../editor/change-editor.tsx";
import { changesBetween, paragraphsOf, type Unit, unitsOf, unitsOfWording } from "../editor/units.ts";
import type { Typed } from "./kept-words.ts";
import type { Opening } from "./use-openings.ts";
import { useWords } from "./words.ts";

interface ProposeChangeProps {
  readonly room: RoomView;
  readonly paragraph: ParagraphEntry;
  readonly opening: Opening;
  /** Told what was typed whenever it changes; `null` where it is what the editor opened with. */
  readonly onTyped: (typed: Typed | null) => void;
  readonly onClose: () => void;
}

/** Where a proposal is written: the wording, tracked as it is typed, and the reason. */
export function ProposeChange({ room, paragraph, opening, onTyped, onClose }: ProposeChangeProps) {
  const say = useWords();
  const { story, at, kind, proposal, kept } = opening;
  const place = { round: room.round, delegation: room.delegation.code };
  const base = kind === "replace" ? unitsOf(paragraph) : [];
  const [before] = useState((): Typed => {
    const paragraphs = paragraphsOf(proposal === null ? base : wordingOf(proposal.change, base));
    return { paragraphs, reason: proposal?.reason ?? "", version: proposal?.version ?? 1 };
  });
  const [typed, setTyped] = useState(kept ?? before);
  const wording = unitsOfWording(typed.paragraphs, base);
  const isUnsaved = !isSame(typed, before);
  const isOther = changesBetween(base, wording).some((each) => each.change !== "kept");
  // biome-ignore lint/correctness/useExhaustiveDependencies: with what was typed alone
  useEffect(() => onTyped(isUnsaved ? typed : null), [typed]);
  const add = useAct("addProposal");
  const change = useAct("changeProposal");

  const save = async (proposed: ProposedChange): Promise<void> => {
    const body = { change: proposed, reason: typed.reason.trim() };
    const done =
      proposal === null
        ? await add.run({ ...place, body: { story, at, ...body } })
        : await change.run({ ...place, proposal: proposal.id, body: { ...body, version: typed.version } });
    if (done !== undefined) onClose();
  };
  const isSaving = add.isRunning || change.isRunning;
  const saveTyped = (): Promise<void> =>
    save(kind === "replace" && wording.length === 0 ? { kind: "delete" } : { kind, paragraphs: typed.paragraphs });
  return (
    <Form onSubmit={() => void saveTyped()}>
      {kept === null ? null : (
        <p className="hint" role="status">
          {say("kept unsaved")}
        </p>
      )}
      <ChangeEditor
        label={`${say(kind === "replace" ? "wording of" : "new paragraph after")} ${paragraph.citation}`}
        base={base}
        wording={wording}
        takesFocus={kept === null}
        onChange={(paragraphs) => setTyped((last) => ({ ...last, paragraphs }))}
      />
      <TextArea
        name="reason"
        label={say("reason")}
        hint={say("reason explained")}
        rows={2}
        value={typed.reason}
        onChange={({ target: { value: reason } }) => setTyped((last) => ({ ...last, reason }))}
      />
      <div className="facts">
        <Button type="submit" look="main" isDisabled={!isOther || isSaving}>
          {say("save proposal")}
        </Button>
        {kind === "replace" && proposal === null ? (
          <Button isDisabled={isSaving} onPress={() => void save({ kind: "delete" })}>
            {say("propose deletion")}
          </Button>
        ) : null}
        {isUnsaved ? (
          <SureButton
            label={say("cancel")}
            explained={say("discard explained")}
            sure={say("discard")}
            cancel={say("go on typing")}
            onPress={onClose}
          />
        ) : (
          <Button look="plain" onPress={onClose}>
            {say("cancel")}
          </Button>
        )}
      </div>
      <ProblemNote
        problem={add.problem ?? change.problem}
        onSeen={(version) => setTyped((last) => ({ ...last, version }))}
      />
    </Form>
  );
}

function wordingOf(change: ProposedChange, base: readonly Unit[]): readonly Unit[] {
  return change.kind === "delete" ? [] : unitsOfWording(change.paragraphs, base);
}

/** Whether the words are the same; what has become of the proposal meanwhile is not typed. */
function isSame(a: Typed, b: Typed): boolean {
  return a.reason === b.reason && JSON.stringify(a.paragraphs) === JSON.stringify(b.paragraphs);
}
