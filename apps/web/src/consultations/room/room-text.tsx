import type { ConsolidatedSubmission, ContentRow, RoomView, WebProposal } from "@compendium/contract";
import type { BlockEntry, ParagraphEntry } from "@compendium/engine";
import { lazy, Suspense, useEffect, useState } from "react";
import { useOperationLater } from "../../api/use-operation.ts";
import { blockOf, DraftRows } from "../../compilation/draft-rows.tsx";
import { Button } from "../../design/button.tsx";
import { Hidden } from "../../design/hidden.tsx";
import type { Typed } from "./kept-words.ts";
import { LeaveQuestion } from "./leave-question.tsx";
import { ProposalWording } from "./proposal-wording.tsx";
import { proposedAt } from "./proposed-at.ts";
import { type Opening, type Place, useOpenings } from "./use-openings.ts";
import { useWords } from "./words.ts";

const ProposeChange = lazy(async () => ({ default: (await import("./propose-change.tsx")).ProposeChange }));

interface RoomTextProps {
  readonly room: RoomView;
  readonly rows: readonly ContentRow[];
}

/** The draft, paragraph by paragraph, with what the delegation proposes for each. */
export function RoomText({ room, rows }: RoomTextProps) {
  const say = useWords();
  const { openings, open, close, keep, isUnsaved } = useOpenings(room);
  const mayPropose = room.may.includes("propose");
  const { answer } = useOperationLater("readConsolidated", { round: room.round, delegation: room.delegation.code });
  const conflicts = (answer?.conflicts ?? []).map(placeOfConflict);
  const proposalsAt = Map.groupBy(room.proposals, ({ story, at }) => placeOf(story, at));
  const openingsAt = Map.groupBy(openings, ({ story, at }) => placeOf(story, at));
  const [closed, setClosed] = useState<string | null>(null);
  useFocusAt(closed);
  const proposing = {
    room,
    onOpen: mayPropose
      ? (place: Place) => {
          setClosed(null);
          open(place);
        }
      : null,
    onTyped: keep,
    onClose: (opening: Opening) => {
      close(opening);
      setClosed(elementOf(placeOf(opening.story, opening.at)));
    },
  };
  return (
    <div className="sheet room-text">
      {mayPropose ? null : <p className="quiet">{say("no proposing now")}</p>}
      <LeaveQuestion isNeeded={isUnsaved} />
      <DraftRows
        rows={rows}
        after={(row) => {
          const places = paragraphsIn(blockOf(row))
            .filter(hasWords)
            .map((paragraph) => {
              const place = placeOf(row.story, paragraph.from);
              return {
                row,
                paragraph,
                proposals: proposalsAt.get(place) ?? [],
                openings: openingsAt.get(place) ?? [],
                isContested: conflicts.some(({ story, at }) => story === row.story && isIn(paragraph, at)),
              };
            });
          const all = places.map((place) => <Propose key={place.paragraph.from} {...place} {...proposing} />);
          if (row.kind === "paragraph" || all.length === 0) return all;
          const isInUse = places.some((each) => each.proposals.length + each.openings.length > 0);
          return (
            <details className="propose-in-table" open={isInUse}>
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
  readonly openings: readonly Opening[];
  /** Whether what is in the room has two wordings for it. */
  readonly isContested: boolean;
  readonly room: RoomView;
  /** `null` where nothing can be proposed. */
  readonly onOpen: ((place: Place) => void) | null;
  readonly onTyped: (opening: Opening, typed: Typed | null) => void;
  readonly onClose: (opening: Opening) => void;
}

/** What is proposed for one paragraph, and the ways to propose more. */
function Propose({ row, paragraph, proposals, openings, isContested, room, onOpen, onTyped, onClose }: ProposeProps) {
  const say = useWords();
  const here = { story: row.story, at: paragraph.from };
  /** What nobody else proposes for me: one wording, and one of what follows. */
  const mine = KINDS.filter(
    ([kind]) =>
      !proposals.some((each) => each.mine && kindOf(each) === kind)
      && !openings.some((each) => each.proposal === null && each.kind === kind),
  );
  return (
    <div className="propose" id={elementOf(placeOf(row.story, paragraph.from))} tabIndex={-1}>
      {row.kind === "paragraph" ? null : (
        <p className="quiet">
          <bdi>{paragraph.citation}</bdi>: <bdi>{paragraph.words.slice(0, WORDS_OF_CELL).join("")}</bdi>
        </p>
      )}
      {proposals.map((proposal) => {
        const isOpen = openings.some((each) => each.proposal?.id === proposal.id);
        return (
          <ProposalInText
            key={proposal.id}
            proposal={proposal}
            paragraph={paragraph}
            onOpen={onOpen === null || isOpen ? null : () => onOpen({ ...here, kind: kindOf(proposal), proposal })}
          />
        );
      })}
      {isContested ? <p className="contested-here">{say("rival wordings here")}</p> : null}
      {openings.map((opening) => (
        <Suspense key={opening.key} fallback={<p role="status">{say("editor is loading")}</p>}>
          <ProposeChange
            room={room}
            paragraph={paragraph}
            opening={opening}
            onTyped={(typed) => onTyped(opening, typed)}
            onClose={() => onClose(opening)}
          />
        </Suspense>
      ))}
      {onOpen === null || mine.length === 0 ? null : (
        <p className="propose-ways">
          {mine.map(([kind, words]) => (
            <Button key={kind} look="plain" onPress={() => onOpen({ ...here, kind, proposal: null })}>
              {say(words)}
              <Hidden> {paragraph.citation}</Hidden>
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}

const KINDS = [
  ["replace", "propose change"],
  ["insert after", "propose paragraph"],
] as const;

/** Words of a table cell that are told beside its place: enough to know it again. */
const WORDS_OF_CELL = 12;

/** The editor that had the focus is gone: it goes to the place where it was, and not to the top of the page. */
function useFocusAt(element: string | null): void {
  useEffect(() => {
    if (element !== null) document.getElementById(element)?.focus();
  }, [element]);
}

function elementOf(place: string): string {
  return `propose ${place}`;
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
        {onOpen === null ? null : (
          <Button look="plain" onPress={onOpen}>
            {say("change proposal")}
            <Hidden>
              {" "}
              {proposedAt(say, proposal, paragraph)}, {proposal.by}
            </Hidden>
          </Button>
        )}
      </p>
    </div>
  );
}

function kindOf({ change }: WebProposal): Place["kind"] {
  return change.kind === "insert after" ? "insert after" : "replace";
}

/** Paragraphs that are inserted stand in a gap, which is shown with what comes before it. */
function placeOfConflict({ story, from, base, wordings }: ConsolidatedSubmission["conflicts"][number]) {
  const isOfNewParagraphs = base === "" && wordings.every(({ wording }) => wording.endsWith("\n"));
  return { story, at: isOfNewParagraphs ? from - 1 : from };
}

function isIn({ from, words }: ParagraphEntry, at: number): boolean {
  return from <= at && at < from + words.length;
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
