import type { ContentRow, RoomView, RoundView, WebProposal } from "@compendium/contract";
import type { BlockEntry, ParagraphEntry } from "@compendium/engine";
import { lazy, Suspense, useState } from "react";
import { blockOf, DraftRows } from "../../compilation/draft-rows.tsx";
import { Button } from "../../design/button.tsx";
import { Hidden } from "../../design/hidden.tsx";
import { useWords } from "../words.ts";
import { ProposalWording } from "./proposal-wording.tsx";

const ProposeChange = lazy(async () => ({ default: (await import("./propose-change.tsx")).ProposeChange }));

interface RoomTextProps {
  readonly round: RoundView;
  readonly room: RoomView;
  readonly rows: readonly ContentRow[];
}

/** The draft, paragraph by paragraph, with what the delegation proposes for each. */
export function RoomText({ room, rows }: RoomTextProps) {
  const say = useWords();
  const [open, setOpen] = useState<Opened | null>(null);
  const mayPropose = room.may.includes("propose");
  const proposalsAt = Map.groupBy(room.proposals, ({ story, at }) => placeOf(story, at));
  const close = (): void => {
    setOpen(null);
    // The editor that had the focus is gone: it goes back to where one came from.
    const place = open?.place ?? "";
    requestAnimationFrame(() => document.getElementById(`propose ${place}`)?.focus());
  };
  return (
    <div className="sheet room-text">
      {mayPropose ? null : <p className="quiet">{say("no proposing now")}</p>}
      <DraftRows
        rows={rows}
        after={(row) =>
          paragraphsIn(blockOf(row))
            .filter(hasWords)
            .map((paragraph) => {
              const place = placeOf(row.story, paragraph.from);
              const isOpen = open?.place === place;
              return (
                <div key={place} className="propose">
                  {proposalsAt.get(place)?.map((proposal) => (
                    <ProposalInText
                      key={proposal.id}
                      proposal={proposal}
                      paragraph={paragraph}
                      onOpen={mayPropose ? () => setOpen({ place, kind: kindOf(proposal), proposal }) : null}
                    />
                  ))}
                  {isOpen && open !== null ? (
                    <Suspense fallback={<p role="status">{say("editor is loading")}</p>}>
                      <ProposeChange room={room} story={row.story} paragraph={paragraph} {...open} onClose={close} />
                    </Suspense>
                  ) : null}
                  {mayPropose && !isOpen ? (
                    <p className="propose-ways">
                      {row.kind === "paragraph" ? null : <bdi className="quiet">{paragraph.citation}</bdi>}
                      <Button
                        id={`propose ${place}`}
                        look="plain"
                        onPress={() => setOpen({ place, kind: "replace", proposal: null })}
                      >
                        {say("propose change")}
                        <Hidden> {paragraph.citation}</Hidden>
                      </Button>
                      <Button look="plain" onPress={() => setOpen({ place, kind: "insert after", proposal: null })}>
                        {say("propose paragraph")}
                        <Hidden> {paragraph.citation}</Hidden>
                      </Button>
                    </p>
                  ) : null}
                </div>
              );
            })
        }
      />
    </div>
  );
}

/** The paragraph for which a proposal is being written, and how. */
interface Opened {
  readonly place: string;
  readonly kind: "replace" | "insert after";
  /** `null` for a new one. */
  readonly proposal: WebProposal | null;
}

interface ProposalInTextProps {
  readonly proposal: WebProposal;
  readonly paragraph: ParagraphEntry;
  readonly onOpen: (() => void) | null;
}

function ProposalInText({ proposal, paragraph, onOpen }: ProposalInTextProps) {
  const say = useWords();
  return (
    <div className="proposal-in-text">
      <ProposalWording proposal={proposal} paragraph={paragraph} />
      <p className="quiet">
        <bdi>{proposal.by}</bdi>
        {proposal.reason === "" ? null : (
          <>
            {": "}
            <bdi>{proposal.reason}</bdi>
          </>
        )}{" "}
        {onOpen === null || proposal.change.kind === "delete" ? null : (
          <Button look="plain" onPress={onOpen}>
            {say("change proposal")}
            <Hidden> {proposal.citation}</Hidden>
          </Button>
        )}
      </p>
    </div>
  );
}

function kindOf({ change }: WebProposal): Opened["kind"] {
  return change.kind === "insert after" ? "insert after" : "replace";
}

/** Besides its mark. Who wants words where there are none adds a paragraph before. */
function hasWords({ words }: ParagraphEntry): boolean {
  return words.length > 1;
}

/** The paragraphs of a row: of a table, those in its cells. */
export function paragraphsIn(block: BlockEntry): readonly ParagraphEntry[] {
  return block.kind === "paragraph" ? [block] : block.blocks.flatMap(paragraphsIn);
}

export function placeOf(story: string, at: number): string {
  return `${story} ${at}`;
}
