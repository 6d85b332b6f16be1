import type { MeetingView } from "@compendium/contract";

/** Where a meeting can be: an item of the agenda by its index, and a passage of it. */
export type Place = NonNullable<MeetingView["place"]>;

/** All places in the order of the agenda; an item without passages is a place itself. */
export function placesOf(agenda: MeetingView["agenda"]): readonly Place[] {
  return agenda.flatMap(({ passages }, item): Place[] =>
    passages.length === 0 ? [{ item, passage: null }] : passages.map((passage) => ({ item, passage })),
  );
}

/** The place so many steps on, back where negative; `null` beyond the ends of the agenda. */
export function placeAfter({ agenda, place }: Pick<MeetingView, "agenda" | "place">, steps: number): Place | null {
  if (place === null) return null;
  const places = placesOf(agenda);
  const at = places.findIndex((each) => isSame(each, place));
  // An item as such comes before its passages.
  const from = at >= 0 ? at : places.findIndex(({ item }) => item === place.item) - (steps > 0 ? 1 : 0);
  return places[from + steps] ?? null;
}

export function isSame(one: Place | null, other: Place): boolean {
  return one?.item === other.item && one.passage === other.passage;
}
