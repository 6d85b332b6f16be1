import type { ProposedChange, RoomView, WebProposal } from "@compendium/contract";
import type { ParagraphEntry } from "@compendium/engine";
import { useState } from "react";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { Button } from "../../design/button.tsx";
import { Form, TextArea, textIn } from "../../design/form.tsx";
import { ChangeEditor } from "../editor/change-editor.tsx";
import { paragraphsOf, unitsOf, unitsOfWording } from "../editor/units.ts";
import { useWords } from "../words.ts";

interface ProposeChangeProps {
  readonly room: RoomView;
  readonly story: string;
  readonly paragraph: ParagraphEntry;
  readonly kind: "replace" | "insert after";
  /** What is changed; `null` for a new proposal. */
  readonly proposal: WebProposal | null;
  readonly onClose: () => void;
}

/** Where a proposal is written: the wording, tracked as it is typed, and the reason. */
export function ProposeChange({ room, story, paragraph, kind, proposal, onClose }: ProposeChangeProps) {
  const say = useWords();
  const { round, delegation } = room;
  const place = { round, delegation: delegation.code };
  const base = kind === "replace" ? unitsOf(paragraph) : [];
  const before = proposal === null || proposal.change.kind === "delete" ? null : proposal.change.paragraphs;
  const wording = before === null ? base : unitsOfWording(before, base);
  const [paragraphs, setParagraphs] = useState(() => paragraphsOf(wording));
  const [isChanged, setChanged] = useState(proposal !== null);
  const [version, setVersion] = useState(proposal?.version ?? 1);
  const add = useAct("addProposal");
  const change = useAct("changeProposal");

  const save = async (reason: string, proposed: ProposedChange): Promise<void> => {
    const done =
      proposal === null
        ? await add.run({ ...place, body: { story, at: paragraph.from, change: proposed, reason } })
        : await change.run({
            ...place,
            proposal: proposal.id,
            body: { change: proposed, reason, version },
          });
    if (done !== undefined) onClose();
  };
  const isSaving = add.isRunning || change.isRunning;
  return (
    <Form onSubmit={(values) => void save(textIn(values, "reason"), { kind, paragraphs })}>
      <ChangeEditor
        label={`${say(kind === "replace" ? "wording of" : "new paragraph after")} ${paragraph.citation}`}
        base={base}
        wording={wording}
        onChange={(typed, isOther) => {
          setParagraphs(typed);
          setChanged(isOther);
        }}
      />
      <TextArea
        name="reason"
        label={say("reason")}
        hint={say("reason explained")}
        rows={2}
        defaultValue={proposal?.reason}
      />
      <p className="facts">
        <Button type="submit" look="main" isDisabled={!isChanged || isSaving}>
          {say("save proposal")}
        </Button>
        {kind === "replace" && proposal === null ? (
          <Button isDisabled={isSaving} onPress={() => void save("", { kind: "delete" })}>
            {say("propose deletion")}
          </Button>
        ) : null}
        <Button look="plain" onPress={onClose}>
          {say("cancel")}
        </Button>
      </p>
      <ProblemNote problem={add.problem ?? change.problem} onSeen={setVersion} />
    </Form>
  );
}
