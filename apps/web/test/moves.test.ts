import type { NegotiatedPassage, NegotiationView, Ruling } from "@compendium/contract";
import { describe, expect, test } from "vitest";
import { otherEndsOf } from "../src/negotiation/moves.ts";

type Move = NegotiatedPassage["proposals"][number]["moves"][number];

/** XAA moves words from one passage to the other; XBB words one of them otherwise. */
function passages(fromIs: Ruling | null, toIs: Ruling | null): readonly NegotiatedPassage[] {
  const proposal = (delegation: string, moves: readonly Move[]) => ({ delegations: [delegation], moves });
  const decided = (ruling: Ruling | null) => (ruling === null ? null : { id: "d", ruling });
  return [
    {
      id: "from",
      proposals: [proposal("XBB", []), proposal("XAA", [{ direction: "to", passage: "to" }])],
      decision: decided(fromIs),
    },
    { id: "to", proposals: [proposal("XAA", [{ direction: "from", passage: "from" }])], decision: decided(toIs) },
  ] as unknown as NegotiatedPassage[];
}

function rulingsFor(fromIs: Ruling | null, toIs: Ruling | null): readonly Ruling[] {
  const all = passages(fromIs, toIs);
  const [from] = all;
  if (from === undefined) throw new Error("There are two.");
  return otherEndsOf({ passages: all } as unknown as NegotiationView, from).map(({ ruling }) => ruling);
}

const BASE: Ruling = { kind: "as in the base" };
const DEFERRED: Ruling = { kind: "deferred" };
const proposed = (proposal: number): Ruling => ({ kind: "as proposed", proposal });

describe("a move that is decided at one end", () => {
  test.each<[string, Ruling | null, Ruling | null, readonly Ruling[]]>([
    ["is offered at the other, which is open", proposed(1), null, [proposed(0)]],
    ["is offered at the other, where the opposite was decided", proposed(1), BASE, [proposed(0)]],
    ["is left alone where both agree", proposed(1), proposed(0), []],
    ["is left alone where something else was worked out", proposed(1), DEFERRED, []],
    ["is not offered for another wording", proposed(0), null, []],
    ["is refused at both ends", BASE, proposed(0), [BASE]],
    ["is refused at both ends, the other being open", BASE, null, [BASE]],
    ["is no matter before anything is decided", null, proposed(0), []],
    ["is no matter where nothing is settled", DEFERRED, null, []],
  ])("%s", (_, from, to, expected) => {
    expect(rulingsFor(from, to)).toEqual(expected);
  });
});
