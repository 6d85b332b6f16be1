import { expect, test } from "vitest";
import { type Place, placeAfter, placesOf } from "../src/negotiation/meeting/places.ts";

const agenda = [
  { title: "Opening", passages: [] },
  { title: "Terms", passages: ["body/1", "body/4"] },
  { title: "Other business", passages: [] },
];

function after(place: Place | null, steps: number): Place | null {
  return placeAfter({ agenda, place }, steps);
}

test("a meeting goes from item to item, and within one from passage to passage, forward and back", () => {
  const places = placesOf(agenda);
  expect(places).toEqual([
    { item: 0, passage: null },
    { item: 1, passage: "body/1" },
    { item: 1, passage: "body/4" },
    { item: 2, passage: null },
  ]);
  for (const [i, place] of places.entries()) {
    expect(after(place, 1)).toEqual(places[i + 1] ?? null);
    expect(after(place, -1)).toEqual(places[i - 1] ?? null);
  }
});

test("an item as such comes before its passages, and before a meeting begins there is nowhere to go", () => {
  expect(after({ item: 1, passage: null }, 1)).toEqual({ item: 1, passage: "body/1" });
  expect(after({ item: 1, passage: null }, -1)).toEqual({ item: 0, passage: null });
  expect(after(null, 1)).toBeNull();
});
