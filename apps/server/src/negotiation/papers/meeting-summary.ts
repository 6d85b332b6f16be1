import type { PositionView } from "@compendium/contract";
import type { ProposalRow } from "../../consultations/index.ts";
import {
  type BracketRow,
  type DecisionRow,
  holding,
  type MeetingOfCompilation,
  noBracket,
  type PositionRow,
  type TabledRow,
} from "../queries.ts";

/** Everything that was recorded of the negotiation in which a meeting took place. */
export interface Negotiated {
  readonly proposals: readonly ProposalRow[];
  readonly tabled: readonly TabledRow[];
  /** The newest first. */
  readonly decisions: readonly DecisionRow[];
  /** The newest first, whoever may read them. */
  readonly positions: readonly PositionRow[];
  readonly brackets: readonly BracketRow[];
}

export interface SummedUpItem {
  readonly title: string;
  /** Delegations in the order in which they had the floor, each once. */
  readonly floor: readonly string[];
  readonly passages: readonly SummedUpPassage[];
}

export interface SummedUpPassage {
  readonly proposals: readonly [ProposalRow, ...ProposalRow[]];
  /** What delegations said to everybody in the meeting; of each on one wording the last. The first who spoke comes first. */
  readonly said: readonly Said[];
  /** The decision that held when the meeting ended. */
  readonly decision: DecisionRow | null;
  /** Whether it was taken in this meeting. */
  readonly isDecidedHere: boolean;
  readonly bracket: BracketRow;
  /** Whether anybody spoke to it, said something of it, or decided on it in this meeting. */
  readonly isTakenUp: boolean;
}

export interface Said {
  readonly delegation: string;
  readonly about: PositionView["about"];
  readonly stance: PositionView["stance"];
  /** `""` where it gave none to everybody. */
  readonly reason: string;
  readonly onBehalfOf: readonly string[];
  readonly inAlignment: readonly string[];
}

/**
 * What happened in a meeting from its opening to its end, or to now, item by item. Of positions only those that are for the
 * audience, with reasons that are: a report goes to everybody, whoever asks for it.
 */
export function sumUp({ meeting, floor }: MeetingOfCompilation, all: Negotiated): readonly SummedUpItem[] {
  const from = meeting.openedAt?.getTime() ?? Infinity;
  const to = meeting.closedAt?.getTime() ?? Infinity;
  const isWithin = ({ at }: { readonly at: Date }): boolean => from <= at.getTime() && at.getTime() <= to;
  const held = holding(all.decisions.filter(({ at }) => at.getTime() <= to));
  const positions = all.positions.filter((each) => each.readership === "audience" && isWithin(each));
  const spoke = floor.filter(({ beganAt }) => beganAt !== null);
  return meeting.agenda.map(({ title, passages }, i) => ({
    title,
    floor: [
      ...new Set(
        spoke
          // Of entries before the item was noted only the passage tells where they belong.
          .filter(({ item, passage }) => (item === null ? passage !== null && passages.includes(passage) : item === i))
          .map(({ delegation }) => delegation),
      ),
    ],
    passages: passages.flatMap((passage): SummedUpPassage[] => {
      const [first, ...others] = all.proposals.filter((each) => each.passage === passage);
      if (first === undefined) return [];
      const decision = held.get(passage) ?? null;
      const said = lastOfEach(positions.filter((each) => each.passage === passage));
      const isDecidedHere = decision !== null && isWithin(decision);
      return [
        {
          proposals: [first, ...others],
          said,
          decision,
          isDecidedHere,
          bracket: all.brackets.find((each) => each.passage === passage) ?? noBracket(meeting.compilation, passage),
          isTakenUp: said.length > 0 || isDecidedHere || spoke.some((each) => each.passage === passage),
        },
      ];
    }),
  }));
}

/** `positions` are the newest first. */
function lastOfEach(positions: readonly PositionRow[]): Said[] {
  const newest = new Map<string, PositionRow>();
  for (const each of positions) {
    const key = JSON.stringify([each.delegation, each.about]);
    if (!newest.has(key)) newest.set(key, each);
  }
  return [...newest.values()]
    .toReversed()
    .map(({ delegation, about, stance, reason, reasonReadership, onBehalfOf, inAlignment }) => ({
      delegation,
      about,
      stance,
      reason: reasonReadership === "audience" ? reason : "",
      onBehalfOf,
      inAlignment,
    }));
}
