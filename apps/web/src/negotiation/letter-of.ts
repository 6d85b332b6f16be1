/** What a wording on the table is called: `A` for the first of its passage, `B` for the next, `AA` after `Z`. */
export function letterOf(index: number): string {
  const last = String.fromCodePoint("A".charCodeAt(0) + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
