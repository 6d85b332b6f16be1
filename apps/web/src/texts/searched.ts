/** Characters that a search takes at least; with fewer it would find everything. */
export const SEARCHED_LEAST = 2;

/** What an address asks to search for; `null` for nothing. */
export function searchedIn(query: URLSearchParams): string | null {
  const words = (query.get("words") ?? "").trim();
  return words.length < SEARCHED_LEAST ? null : words;
}
