import type { ContentRow, RoomView, RoundView, WebProposal } from "@compendium/contract";
import type { BlockEntry, ParagraphEntry } from "@compendium/engine";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
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
  useFocusBack(open?.place ?? null);
  const mayPropose = room.may.includes("propose");
  const proposalsAt = Map.groupBy(room.proposals, ({ story, at }) => placeOf(story, at));
  const proposing = { room, open, onOpen: mayPropose ? setOpen : null, onClose: () => setOpen(null) };
  return (
    <div className="sheet room-text">
      {mayPropose ? null : <p className="quiet">{say("no proposing now")}</p>}
      <DraftRows
        rows={rows}
        after={(row) => {
          const places = paragraphsIn(blockOf(row))
            .filter(hasWords)
            .map((paragraph) => {
              const proposals = proposalsAt.get(placeOf(row.story, paragraph.from)) ?? [];
              return { row, paragraph, proposals };
            });
          const all = places.map((place) => <Propose key={place.paragraph.from} {...place} {...proposing} />);
          if (row.kind === "paragraph" || all.length === 0) return all;
          return (
            <details className="propose-in-table" open={places.some(({ proposals }) => proposals.length > 0)}>
              <summary>{say("propose in table")}</summary>
              {all}
            </details>
          );
        }}
      />
    </div>
  );
}

interface ProposeProps {
  readonly row: ContentRow;
  readonly paragraph: ParagraphEntry;
  readonly proposals: readonly WebProposal[];
  readonly room: RoomView;
  readonly open: Opened | null;
  /** `null` where nothing can be proposed. */
  readonly onOpen: ((opened: Opened) => void) | null;
  readonly onClose: () => void;
}

/** What is proposed for one paragraph, and the ways to propose more. */
function Propose({ row, paragraph, proposals, room, open, onOpen, onClose }: ProposeProps) {
  const say = useWords();
  const place = placeOf(row.story, paragraph.from);
  const isOpen = open?.place === place;
  return (
    <div className="propose">
      {row.kind === "paragraph" ? null : (
        <p className="quiet">
          <bdi>{paragraph.citation}</bdi>: <bdi>{paragraph.words.slice(0, WORDS_OF_CELL).join("")}</bdi>
        </p>
      )}
      {proposals.map((proposal) => (
        <ProposalInText
          key={proposal.id}
          proposal={proposal}
          paragraph={paragraph}
          onOpen={onOpen === null ? null : () => onOpen({ place, kind: kindOf(proposal), proposal })}
        />
      ))}
      {isOpen ? (
        <Suspense fallback={<p role="status">{say("editor is loading")}</p>}>
          <ProposeChange room={room} story={row.story} paragraph={paragraph} {...open} onClose={onClose} />
        </Suspense>
      ) : null}
      {onOpen !== null && !isOpen ? (
        <p className="propose-ways">
          <Button id={buttonOf(place)} look="plain" onPress={() => onOpen({ place, kind: "replace", proposal: null })}>
            {say("propose change")}
            <Hidden> {paragraph.citation}</Hidden>
          </Button>
          <Button look="plain" onPress={() => onOpen({ place, kind: "insert after", proposal: null })}>
            {say("propose paragraph")}
            <Hidden> {paragraph.citation}</Hidden>
          </Button>
        </p>
      ) : null}
    </div>
  );
}

/** Words of a table cell that are told beside its place: enough to know it again. */
const WORDS_OF_CELL = 12;

/** The editor that had the focus is gone: it goes to where one would open it again, and not to the top of the page. */
function useFocusBack(place: string | null): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (place === null && last.current !== null) document.getElementById(buttonOf(last.current))?.focus();
    last.current = place;
  }, [place]);
}

function buttonOf(place: string): string {
  return `propose ${place}`;
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

/** Words that can be typed: of a table of contents, which Word makes anew, there are none. */
function hasWords({ from, words, atoms = [] }: ParagraphEntry): boolean {
  return words.some((word, i) => word.trim() !== "" && !atoms.includes(from + i));
}

/** The paragraphs of a row: of a table, those in its cells. */
export function paragraphsIn(block: BlockEntry): readonly ParagraphEntry[] {
  return block.kind === "paragraph" ? [block] : block.blocks.flatMap(paragraphsIn);
}

export function placeOf(story: string, at: number): string {
  return `${story} ${at}`;
}
