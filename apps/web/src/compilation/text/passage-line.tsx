import type { PassageEntry, ProposalEntry } from "@compendium/engine";
import { Hidden } from "../../design/hidden.tsx";
import type { MessageId } from "../messages/en.ts";
import { useWords } from "../words.ts";
import { Codes } from "./codes.tsx";
import { Redline } from "./redline.tsx";
import { shortened } from "./shortened.ts";

/** How many rival wordings stand in the line of the text; the card has all. */
const WORDINGS_IN_LINE = 4;

interface PassageLineProps {
  readonly passage: PassageEntry;
  /** The base words stand, struck, in their own table cells, and need not be told again. */
  readonly isBaseInPlace: boolean;
}

/** A passage in the line of the text: one wording as a redline, rival wordings side by side in square brackets. */
export function PassageLine({ passage, isBaseInPlace }: PassageLineProps) {
  const { proposals, base } = passage;
  const [first] = proposals;
  if (first === undefined) return null;
  if (proposals.length === 1) return <Wording proposal={first} isBaseShown={isBaseInPlace} />;
  const all = codesOf(proposals);
  const isBaseStruck = base !== "" && !isBaseInPlace && proposals.every(replacesAll);
  return (
    <>
      {isBaseStruck ? (
        <>
          [<Redline redline={[{ kind: "deleted", text: base }]} codes={all} />]{" "}
        </>
      ) : null}
      {proposals.map((proposal, i) => (
        <span key={proposal.sponsors[0]?.delegation} className={i < WORDINGS_IN_LINE ? "wording" : "wording on-paper"}>
          [
          <Wording proposal={proposal} isRival isBaseShown={isBaseStruck || isBaseInPlace} />{" "}
          <Codes codes={codesOf([proposal])} />]{" "}
        </span>
      ))}
    </>
  );
}

interface WordingProps {
  readonly proposal: ProposalEntry;
  readonly isRival?: boolean;
  /** What is deleted is to be seen elsewhere. */
  readonly isBaseShown: boolean;
}

function Wording({ proposal, isRival = false, isBaseShown }: WordingProps) {
  const say = useWords();
  const { redline, sponsors, structure } = proposal;
  const codes = sponsors.map(({ delegation }) => delegation);
  const shown = isRival ? shortened(redline) : redline;
  const visible = isBaseShown ? shown.filter(({ kind }) => kind !== "deleted") : shown;
  const parts = structureWords(structure);
  const moved = sponsors.find(({ movedTo, movedFrom }) => movedTo !== undefined || movedFrom !== undefined);
  return (
    <>
      {moved === undefined ? null : (
        <bdi className="aside">{say(moved.movedTo === undefined ? "moved here" : "moved away")} </bdi>
      )}
      {parts.length === 0 ? null : <bdi className="aside">{parts.map((part) => say(part)).join(", ")} </bdi>}
      {visible.length > 0 ? (
        <Redline redline={visible} codes={codes} isOfCells={isOfCells(structure)} />
      ) : (
        <>
          <bdi className="aside" aria-hidden="true">
            {parts.length === 0 ? say("delete") : null}
          </bdi>
          <Hidden>{say("deleted by", { by: codes.join(", ") })}</Hidden>
        </>
      )}
    </>
  );
}

/** The wording holds whole table cells. */
export function isOfCells(structure: ProposalEntry["structure"]): boolean {
  return [...(structure?.deleted ?? []), ...(structure?.inserted ?? [])].includes("cell");
}

function replacesAll({ redline }: ProposalEntry): boolean {
  return redline.every(({ kind }) => kind !== "kept");
}

function codesOf(proposals: readonly ProposalEntry[]): readonly string[] {
  return proposals.flatMap(({ sponsors }) => sponsors.map(({ delegation }) => delegation));
}

/** The largest thing that comes or goes, as its own name: a row is not told cell by cell. */
function structureWords(structure: ProposalEntry["structure"]): readonly MessageId[] {
  const { deleted = [], inserted = [] } = structure ?? {};
  const found: MessageId[] = [];
  for (const name of ["table", "row", "cell", "content control"] as const) {
    if (inserted.includes(name)) found.push(`inserted ${name}`);
    if (deleted.includes(name)) found.push(`deleted ${name}`);
    if (found.length > 0) break;
  }
  return found;
}
