import type { NegotiatedPassage, Ruling } from "@compendium/contract";
import { describe, expect, test } from "vitest";
import { draftForecast } from "../src/negotiation/draft-forecast.ts";

function passage(
  ruling: Ruling | null,
  more: Partial<NegotiatedPassage> = {},
  adReferendumUntil: string | null = null,
): NegotiatedPassage {
  const decision = ruling === null ? null : { id: "d", ruling, adReferendumUntil };
  return { id: "body/1", proposals: [], tabled: [], decision, ...more } as unknown as NegotiatedPassage;
}

const TABLED = [{ id: "t" }] as unknown as NegotiatedPassage["tabled"];
const PASSAGES = [
  passage({ kind: "as in the base" }, {}, "2026-12-14T17:00:00.000Z"),
  passage({ kind: "as tabled", tabled: "t" }, { tabled: TABLED }),
  passage({ kind: "in brackets" }),
  passage({ kind: "deferred" }),
  passage({ kind: "to bilateral consultation", with: ["XAA"] }),
  passage(null, { tabled: TABLED }),
];

describe("what the next draft will hold", () => {
  test("is told before it is made: what is agreed, in brackets, carried, and left on the table", () => {
    expect(draftForecast({ passages: PASSAGES }, "carried")).toEqual([
      { what: "draft takes in", count: 2 },
      { what: "draft brackets", count: 1 },
      { what: "draft carries", count: 3 },
      { what: "draft leaves on table", count: 1 },
    ]);
  });

  test("says that nothing is carried where everything undecided goes in brackets", () => {
    expect(draftForecast({ passages: PASSAGES }, "bracketed").slice(0, 2)).toEqual([
      { what: "draft takes in", count: 2 },
      { what: "draft brackets", count: 4 },
    ]);
  });

  test("warns of a move of which one end is decided", () => {
    const proposal = (direction: "to" | "from", end: string) =>
      [
        { delegations: ["XAA"], moves: [{ direction, passage: end }], column: [] as string[] },
      ] as NegotiatedPassage["proposals"];
    const ends = [
      passage({ kind: "as proposed", proposal: 0 }, { id: "from", proposals: proposal("to", "to") }),
      passage(null, { id: "to", proposals: proposal("from", "from") }),
    ];
    expect(draftForecast({ passages: ends }, "carried")).toContainEqual({ what: "draft apart", count: 1 });
  });
});
