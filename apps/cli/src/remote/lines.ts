/** Rows with their columns one below the other, two blanks between; ends with a line break unless there is no row. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ""))));
  return rows
    .map((row) => `${row.map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - widthOf(cell))).join("  ")}`.trimEnd())
    .map((line) => `${line}\n`)
    .join("");
}

/** A heading and what is said of it, a line each: the name of the fact, then the fact. Facts that are empty are left out. */
export function facts(heading: string, rows: readonly (readonly [string, string])[]): string {
  return `${heading}\n${columns(rows.filter(([, fact]) => fact !== "").map(([name, fact]) => [`  ${name}`, fact]))}`;
}

/** In code points: good for Latin, Cyrillic and Greek names. */
function widthOf(text: string): number {
  return [...text].length;
}
