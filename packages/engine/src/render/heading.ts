/**
 * What stands at the head of whatever is written of a compilation, so that a copy says by itself what it is. Everything is
 * printed as it is given; `""` where there is none.
 */
export interface Heading {
  /** The title of the text. */
  readonly title: string;
  /** The symbol of the draft: `"FSC.DEL/65/21"`. */
  readonly symbol: string;
  readonly round: string;
  /** Which compilation of the round: `"Compilation 2"`. */
  readonly version: string;
  /** When it was asked for, `"2026-03-02 09:00 UTC"`. */
  readonly date: string;
}

export interface Headed {
  /** Left out, nothing is said of it. */
  readonly heading?: Heading;
}

/** Everything but the title, in one line: `"FSC.DEL/65/21 · First round · Compilation 2 · 2026-03-02 09:00 UTC"`. */
export function wordHeading({ symbol, round, version, date }: Heading): string {
  return [symbol, round, version, date].filter((part) => part !== "").join(" · ");
}

/** The same and the title, as the first lines of a plain text, with an empty line behind; `""` without a heading. */
export function headingLines(heading: Heading | undefined): string {
  if (heading === undefined) return "";
  return `${[heading.title, wordHeading(heading)].filter((line) => line !== "").join("\n")}\n\n`;
}
