import { legalText } from "../legal-text.ts";

/** Markup that is safe to put into a page. `html` makes it; whoever makes it of a string by hand answers for it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What can stand in a page: text, which is escaped; markup; several of them in a row; nothing. */
export type Content = string | number | Html | null | readonly Content[];

/**
 * A piece of a page. Whatever is filled in is escaped unless it is markup itself, so that no text of a delegation can
 * become markup. Attributes must be quoted: `<a href="#${id}">`.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  let markup = parts[0] ?? "";
  for (const [i, value] of values.entries()) markup += markupOf(value) + (parts[i + 1] ?? "");
  return new Html(markup);
}

/** Text as it stands in markup and in quoted attributes, without what HTML cannot hold (WHATWG HTML, 3.2.5). */
function escapeHtml(text: string): string {
  return legalText(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function markupOf(value: Content): string {
  if (value === null) return "";
  if (value instanceof Html) return value.markup;
  return typeof value === "object" ? value.map(markupOf).join("") : escapeHtml(String(value));
}

/** `XAA`, `XAA and XBB`, `XAA, XBB and XCC` */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Words that only a screen reader reads. */
export function spoken(text: string): Html {
  return html`<span class="spoken">${text}</span>`;
}

/** `textbox:1/2` as the id of an element. */
export function elementId(prefix: string, id: string): string {
  return `${prefix}-${id.replaceAll(/[^\w-]/g, "-")}`;
}
