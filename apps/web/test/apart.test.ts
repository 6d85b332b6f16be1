import type { NegotiatedPassage, Ruling } from "@compendium/contract";
import { describe, expect, test } from "vitest";
import { apartFrom } from "../src/negotiation/apart.ts";

type Move = NegotiatedPassage["proposals"][number]["moves"][number];

/** XAA moves words from one passage to the other; XBB words one of them otherwise. */
function passages(fromIs: Ruling | null, toIs: Ruling | null): NegotiatedPassage[] {
  const proposal = (delegation: string, moves: readonly Move[]) => ({ delegations: [delegation], moves, column: [] });
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
  return apartFrom({ passages: all }, from).flatMap(({ others }) => others.map(({ ruling }) => ruling));
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

/** XAA inserts a column of as many rows; XBB words the cell of the second one otherwise. */
function columnOf(rulings: readonly (Ruling | null)[]): NegotiatedPassage[] {
  const ids = rulings.map((_, i) => `row ${i + 1}`);
  return rulings.map((ruling, i) => {
    const column = ids.filter((id) => id !== ids[i]);
    const own = { delegations: ["XAA"], moves: [], column };
    const rival = { delegations: ["XBB"], moves: [], column: [] };
    return {
      id: ids[i],
      proposals: i === 1 ? [rival, own] : [own],
      decision: ruling === null ? null : { id: "d", ruling },
    };
  }) as unknown as NegotiatedPassage[];
}

describe("a column that is decided in one row", () => {
  test.each<[string, readonly (Ruling | null)[], readonly (readonly [string, Ruling])[]]>([
    [
      "is offered in all others, to each with the proposal of the same delegation",
      [proposed(0), null, BASE],
      [
        ["row 2", proposed(1)],
        ["row 3", proposed(0)],
      ],
    ],
    [
      "is left alone in rows that agree, or where a rival’s cell was adopted",
      [proposed(0), proposed(0), proposed(0)],
      [],
    ],
    ["is left alone in a row that is deferred", [proposed(0), proposed(1), DEFERRED], []],
    [
      "is refused in all others",
      [BASE, null, proposed(0)],
      [
        ["row 2", BASE],
        ["row 3", BASE],
      ],
    ],
  ])("%s", (_, rulings, expected) => {
    const rows = columnOf(rulings);
    const [first] = rows;
    if (first === undefined) throw new Error("There are rows.");
    const apart = apartFrom({ passages: rows }, first);
    expect(apart.map(({ what }) => what)).toEqual(expected.length === 0 ? [] : ["column"]);
    expect(apart.flatMap(({ others }) => others.map(({ passage, ruling }) => [passage.id, ruling]))).toEqual(expected);
  });
});
