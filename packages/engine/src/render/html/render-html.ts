import type { Compilation } from "../../model/compilation.ts";
import type { StoryKind } from "../../model/text.ts";
import type { CompilationDocument, StoryEntry } from "../compilation-document.ts";
import { toDocument } from "../document.ts";
import { foldFormatting } from "../fold-formatting.ts";
import { wordHeading } from "../heading.ts";
import type { RoundFiles } from "../round-files.ts";
import { isRightToLeft } from "../text-direction.ts";
import { type NumberedThread, numberThreads, StoryComments } from "./comments.ts";
import { type Content, elementId, Html, html, listed, spoken } from "./markup.ts";
import { Outline } from "./outline.ts";
import { pageStyles } from "./page-styles.ts";
import { delegationList, receiptsTable, traceabilityTable } from "./page-tables.ts";
import { type Citations, codesOf } from "./proposals.ts";
import { type StoryContext, storyHtml } from "./story.ts";

export interface HtmlOptions extends RoundFiles {
  /** The language of the text (BCP 47); `"en"` if left out. The page itself speaks English. */
  readonly lang?: string;
  /** True to name the persons behind comments beside their delegation. */
  readonly names?: boolean;
}

/**
 * The compilation as one page that needs nothing else: no script, no font, no image from elsewhere. The text stands
 * with all proposals in their places; every text of a delegation is escaped.
 */
export function renderHtml(compilation: Compilation, options: HtmlOptions = {}): string {
  const { lang = "en", names = false } = options;
  return new Page(toDocument(compilation, { names }), lang, options).write().markup;
}

class Page {
  readonly #document: CompilationDocument;
  readonly #lang: string;
  readonly #files: RoundFiles;
  readonly #citations: Citations;
  readonly #threads: readonly NumberedThread[];
  readonly #stories: ReadonlyMap<string, StoryEntry>;
  readonly #outline = new Outline(2);
  /** Text boxes that stand where they hang. */
  readonly #shown = new Set<string>();

  constructor(document: CompilationDocument, lang: string, files: RoundFiles) {
    this.#document = document;
    this.#lang = lang;
    this.#files = files;
    this.#citations = new Map(
      document.stories.flatMap(({ passages }) => passages.map(({ id, citation }) => [id, citation] as const)),
    );
    this.#threads = numberThreads(document.comments);
    this.#stories = new Map(document.stories.map((story) => [story.id, story]));
  }

  write(): Html {
    // The text first: it tells what the outline holds.
    const text = this.#inLanguage(
      this.#document.stories.filter(({ kind }) => kind === "body").map((story) => this.#story(story)),
    );
    const notes = (["footnote", "endnote"] as const).map((kind) => this.#notes(kind));
    const margins = this.#margins();
    const outline = this.#outline.links();
    const { delegations, notices } = this.#document;
    const { heading } = this.#files;
    const own = heading?.title ?? "";
    const title = own === "" ? "Compilation of proposals" : `Compilation of proposals: ${own}`;
    const told = heading === undefined ? "" : wordHeading(heading);
    return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Html(pageStyles(told === "" ? title : told))}</style>
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<header><h1>${title}</h1>${told === "" ? null : html`<p><bdi>${told}</bdi></p>`}${this.#about()}</header>
<main>
${READING}
${section("delegations", "Delegations", delegationList(delegations))}
${outline === null ? null : html`<nav aria-labelledby="outline"><h2 id="outline">Outline</h2>${outline}</nav>`}
${section("text", "The text with proposals", text)}
${notes}
${margins}
${this.#formatting()}
${section(
  "receipts",
  "Receipts",
  html`${receiptsTable(this.#document)}${
    notices.length === 0 ? null : html`<ul>${notices.map((notice) => html`<li>${notice.text}</li>`)}</ul>`
  }`,
  "wide",
)}
${section("traceability", "Traceability", traceabilityTable(this.#document), "wide")}
</main>
</body>
</html>
`;
  }

  /** What a reader must know first: on which text, with what proof, and what is missing. */
  #about(): Html {
    const { base, leftOut = [] } = this.#files;
    const { receipts } = this.#document;
    const unproven = receipts.filter((receipt) => !receipt.proof.holds).map(({ delegation }) => delegation);
    const proof =
      unproven.length > 0
        ? html`<strong>The proof does not hold for ${listed(unproven)}</strong>: do not use this page`
        : html`Proved equal, word for word, to ${receipts.length === 1 ? "the file" : `each of the ${receipts.length} files`}`;
    return html`${
      base === undefined ? null : html`<p>Base text: ${base.name}, SHA-256 <code>${base.sha256}</code></p>`
    }${receipts.length === 0 ? null : html`<p>${proof}: see <a href="#receipts">the receipts</a>.</p>`}${
      leftOut.length === 0
        ? null
        : html`<p><strong>Not in this compilation:</strong></p><ul>${leftOut.map(({ name, reason }) => html`<li>${name}: ${reason}</li>`)}</ul>`
    }`;
  }

  #story(story: StoryEntry): Html {
    const own = this.#threads.filter(({ thread }) => thread.comment.story === story.id);
    const context: StoryContext = {
      citations: this.#citations,
      comments: new StoryComments(own),
      inner: (id) => this.#textBox(id),
      heading: (paragraph) => this.#outline.add(paragraph),
    };
    return storyHtml(story, context);
  }

  #inLanguage(content: Content): Html {
    const direction = isRightToLeft(this.#lang) ? "rtl" : "ltr";
    return html`<div lang="${this.#lang}" dir="${direction}">${content}</div>`;
  }

  #textBox(id: string): Html | null {
    const story = this.#stories.get(id);
    if (story === undefined || story.kind !== "textbox" || this.#shown.has(id)) return null;
    this.#shown.add(id);
    return html`<div class="box" role="group" aria-label="${nameOf(story)}">${this.#story(story)}</div>`;
  }

  #notes(kind: "footnote" | "endnote"): Html | null {
    const notes = this.#document.stories.filter((story) => story.kind === kind);
    if (notes.length === 0) return null;
    const items = notes.map(
      (story) => html`<li id="${elementId("story", story.id)}" value="${numberOf(story)}">${this.#story(story)}
<a class="back" href="#${elementId("place", story.id)}">Back${spoken(` to the place of ${nameOf(story)}`)}</a></li>`,
    );
    return section(
      `${kind}s`,
      kind === "footnote" ? "Footnotes" : "Endnotes",
      this.#inLanguage(html`<ol>${items}</ol>`),
    );
  }

  /** Headers and footers, and text boxes for which the text has no place. */
  #margins(): Html | null {
    const rest = this.#document.stories.filter(
      ({ id, kind }) => kind === "header" || kind === "footer" || (kind === "textbox" && !this.#shown.has(id)),
    );
    const written = rest.flatMap((story) => {
      if (this.#shown.has(story.id)) return [];
      return [
        html`<div class="box" role="group" aria-label="${nameOf(story)}"><p class="note">${nameOf(story)}</p>${this.#story(story)}</div>`,
      ];
    });
    return written.length === 0 ? null : section("margins", "Headers and footers", this.#inLanguage(written));
  }

  #formatting(): Html | null {
    const items = this.#document.stories
      .flatMap(({ formatting }) => foldFormatting(formatting))
      .map((each) => {
        const about = each.text.trim() === "" ? null : html`, “${each.text.trim()}”`;
        return html`<li><strong>${codesOf(each.sponsors).join(", ")}:</strong> ${each.citation}${about}: ${each.change}</li>`;
      });
    return items.length === 0 ? null : section("formatting", "Proposals on formatting", html`<ul>${items}</ul>`);
  }
}

/** Nothing may be loaded, run or sent; the page's own styles alone may be used. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const READING = html`<section aria-labelledby="reading"><h2 id="reading">How to read this page</h2>
<p>The text is the base text as circulated. Each proposal stands in its place with the codes of all delegations that make
exactly it, in the order of the list of delegations; nothing here is agreed. Words that are <ins>underlined</ins> are
inserted, words that are <del>struck</del> are deleted. Where several delegations change the same words, the words are
<mark>marked</mark> and all wordings follow as a list. ¶ stands for the end of a paragraph.</p></section>`;

/** `wide` for what is printed on its side. */
function section(id: string, title: string, content: Content, page: "upright" | "wide" = "upright"): Html {
  const look = page === "wide" ? html` class="wide-page"` : null;
  return html`<section aria-labelledby="${id}"${look}><h2 id="${id}">${title}</h2>${content}</section>`;
}

const NAMES: Readonly<Record<StoryKind, string>> = {
  body: "text",
  footnote: "footnote",
  endnote: "endnote",
  header: "header",
  footer: "footer",
  textbox: "text box",
};

function nameOf({ kind, id }: StoryEntry): string {
  return `${NAMES[kind]} ${numberOf({ id })}`;
}

function numberOf({ id }: { readonly id: string }): string {
  return id.split(":").at(-1) ?? "";
}
