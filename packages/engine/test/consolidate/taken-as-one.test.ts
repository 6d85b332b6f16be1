import { expect, test } from "vitest";
import { placesOf } from "../../src/consolidate/outline.ts";
import { groupPassages, type OwnedEdit } from "../../src/consolidate/passages.ts";
import type { Edit } from "../../src/model/submission.ts";
import { textOf } from "../../src/model/text.ts";
import { storyOf, wordsOf } from "../notation/story-of.ts";

const BASE = storyOf("Help is given of right by all.¶");
const ORDER = ["XAA", "XBB", "XCC"];

function edit(fromA: number, toA: number, words: string): Edit {
  return { fromA, toA, inserted: wordsOf(words), tracked: true, by: [], move: null };
}

/** Proposals of each passage: `"XAA+XBB: free of charge "`. */
function proposed(edits: readonly OwnedEdit[]): string[][] {
  return groupPassages(BASE, edits, ORDER, placesOf(BASE)).map(({ proposals }) =>
    proposals.map(({ sponsors, wording }) => `${sponsors.map((s) => s.delegation).join("+")}: ${textOf(wording)}`),
  );
}

test("who types a phrase anew and who adds words round one of its words propose the same", () => {
  const anew: OwnedEdit = { delegation: "XAA", edit: edit(3, 4, "free of charge ") };
  const round: OwnedEdit[] = [edit(3, 3, "free "), edit(4, 4, "charge ")].map((own) => ({
    delegation: "XBB",
    edit: own,
  }));
  expect(proposed([anew, ...round])).toEqual([["XAA+XBB: free of charge "]]);
  expect(proposed([...round, anew])).toEqual([["XAA+XBB: free of charge "]]);
});

test("who adds only one of the words proposes something else", () => {
  const anew: OwnedEdit = { delegation: "XAA", edit: edit(3, 4, "free of charge ") };
  expect(proposed([anew, { delegation: "XBB", edit: edit(3, 3, "free ") }])).toEqual([
    ["XBB: free "],
    ["XAA: free of charge "],
  ]);
});

test("an edit that reaches beyond the stretch is left as it is", () => {
  const anew: OwnedEdit = { delegation: "XAA", edit: edit(3, 5, "free ") };
  const beyond: OwnedEdit = { delegation: "XCC", edit: edit(3, 6, "free ") };
  expect(proposed([anew, beyond])).toEqual([["XAA: free by ", "XCC: free "]]);
});
