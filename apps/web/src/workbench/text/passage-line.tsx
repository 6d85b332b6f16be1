import type { PassageEntry, ProposalEntry } from "@compendium/engine";
import { Hidden } from "../../design/hidden.tsx";
import type { MessageId } from "../messages/en.ts";
import { useWords } from "../words.ts";
import { Codes } from "./codes.tsx";
import { Redline } from "./redline.tsx";
import { shortened } from "./shortened.ts";

/** How many rival wordings stand in the line of the text; the card has all. */
const WORDINGS_IN_LINE = 4;

/** A passage in the line of the text: one wording as a redline, rival wordings side by side in square brackets. */
export function PassageLine({ passage }: { readonly passage: PassageEntry }) {
  const { proposals, base } = passage;
  const [first] = proposals;
  if (first === undefined) return null;
  if (proposals.length === 1) return <Wording proposal={first} />;
  const all = codesOf(proposals);
  const isBaseStruck = base !== "" && proposals.every(replacesAll);
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
          <Wording proposal={proposal} isRival isBaseStruck={isBaseStruck} />{" "}
          <Codes codes={codesOf([proposal])} />]{" "}
        </span>
      ))}
    </>
  );
}

interface WordingProps {
  readonly proposal: ProposalEntry;
  readonly isRival?: boolean;
  readonly isBaseStruck?: boolean;
}

function Wording({ proposal, isRival = false, isBaseStruck = false }: WordingProps) {
  const say = useWords();
  const { redline, sponsors, structure } = proposal;
  const codes = sponsors.map(({ delegation }) => delegation);
  const shown = isRival ? shortened(redline) : redline;
  const visible = isBaseStruck ? shown.filter(({ kind }) => kind !== "deleted") : shown;
  const parts = structureWords(structure);
  const moved = sponsors.find(({ movedTo, movedFrom }) => movedTo !== undefined || movedFrom !== undefined);
  return (
    <>
      {moved === undefined ? null : <span className="aside">{say(moved.movedTo === undefined ? "moved here" : "moved away")} </span>}
      {parts.length === 0 ? null : <span className="aside">{parts.map((part) => say(part)).join(", ")} </span>}
      {visible.length > 0 ? (
        <Redline redline={visible} codes={codes} />
      ) : (
        <>
          <em className="aside" aria-hidden="true">
            {say("delete")}
          </em>
          <Hidden>{say("deleted by", { by: codes.join(", ") })}</Hidden>
        </>
      )}
    </>
  );
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
