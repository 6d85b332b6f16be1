import { formatNumber } from "./number-format.ts";
import type { NumberedList, Numbering, NumberLevel } from "./numbering.ts";
import type { XmlElement } from "./xml.ts";

/**
 * Counts the numbered paragraphs of one story, front to back (ECMA-376 Part 1, 17.9). Leave out paragraphs that nobody
 * sees, such as deleted ones.
 */
export class NumberCounter {
  readonly #numbering: Numbering;
  /** By abstract definition, the numbers of its levels; `null` for a level that begins at its start when next used. */
  readonly #counts = new Map<string, (number | null)[]>();
  /** Lists and levels that have had their new beginning. */
  readonly #begun = new Set<string>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** The number of the next paragraph as a reader sees it: `"Article II"`, `"(b)"`, `"•"`; `""` without one. */
  next(pPr: XmlElement | null): string {
    const position = this.#numbering.positionOf(pPr);
    const level = position?.list.levels[position.level] ?? null;
    if (position === null || level === null) return "";
    const counts = this.#count(position.list, position.level);
    if (level.hidden) return "";
    return level.format === "bullet" ? bullet(level) : label(level, position.level, position.list, counts);
  }

  #count(list: NumberedList, at: number): readonly (number | null)[] {
    const counts = this.#counts.get(list.abstractId) ?? Array<number | null>(list.levels.length).fill(null);
    this.#counts.set(list.abstractId, counts);
    const former = counts[at] ?? null;
    const anew = this.#begin(list, at);
    counts[at] = anew ?? (former === null ? (list.levels[at]?.start ?? 0) : former + 1);
    // A level used before the levels above it takes them as used: after 1.1 comes 2, not 1.
    for (let above = 0; above < at; above++) {
      counts[above] ??= this.#begin(list, above) ?? list.levels[above]?.start ?? 0;
    }
    for (let below = at + 1; below < counts.length; below++) {
      if (at < (list.levels[below]?.restart ?? below)) counts[below] = null;
    }
    return counts;
  }

  /** The number with which a list begins anew on a level, once. */
  #begin(list: NumberedList, level: number): number | null {
    const start = list.startOverrides[level] ?? null;
    const key = `${level} ${list.numId}`;
    if (start === null || this.#begun.has(key)) return null;
    this.#begun.add(key);
    return start;
  }
}

function label(level: NumberLevel, at: number, list: NumberedList, counts: readonly (number | null)[]): string {
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const other = Number(digit) - 1;
    // A number of a deeper level is not shown (17.9.11).
    if (other > at) return "";
    const format = list.levels[other]?.format ?? "decimal";
    return formatNumber(counts[other] ?? 0, level.legal && format !== "decimalZero" ? "decimal" : format);
  });
  return text.trim();
}

/** Fonts of signs put their signs on letters or in the private use area; any of them is a bullet to a reader. */
function bullet(level: NumberLevel): string {
  const text = level.text.trim();
  return level.signs || /[\u{e000}-\u{f8ff}]/u.test(text) ? "•" : text;
}
