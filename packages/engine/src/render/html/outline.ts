import type { ParagraphEntry } from "../compilation-document.ts";
import { type Html, html } from "./markup.ts";

/** The headings of the text: what element each becomes, and the list of links to them. */
export class Outline {
  readonly #above: number;
  readonly #entries: { readonly id: string; readonly level: number; readonly text: string }[] = [];

  /** `above` is the level of the page's heading under which the text stands. */
  constructor(above: number) {
    this.#above = above;
  }

  /** Where a text leaves out a level, the page does not: a listener would think that something was missed. */
  add({ headingLevel, label, words }: ParagraphEntry): { readonly id: string; readonly level: number } {
    const before = this.#entries.at(-1)?.level ?? this.#above;
    const level = Math.min(this.#above + 1 + (headingLevel ?? 0), before + 1, 6);
    const id = `heading-${this.#entries.length + 1}`;
    this.#entries.push({ id, level, text: `${label} ${words.join("")}`.trim() });
    return { id, level };
  }

  /** `null` for a text without headings. */
  links(): Html | null {
    if (this.#entries.length === 0) return null;
    const items = this.#entries.map(
      ({ id, level, text }) => html`<li class="level-${level - this.#above - 1}"><a href="#${id}">${text}</a></li>`,
    );
    return html`<ul>${items}</ul>`;
  }
}
