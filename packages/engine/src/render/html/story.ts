import type { BlockEntry, ContainerEntry, ParagraphEntry, PassageEntry, StoryEntry } from "../compilation-document.ts";
import type { StoryComments } from "./comments.ts";
import { elementId, type Html, html } from "./markup.ts";
import { asList, type Citations, fitsInText, inText } from "./proposals.ts";

export interface StoryContext {
  readonly citations: Citations;
  readonly comments: StoryComments;
  /** A story that hangs on a word and stands where the word stands, such as a text box; `null` for notes. */
  inner(id: string): Html | null;
  /** Called for each heading in order; gives the element that it becomes. */
  heading(paragraph: ParagraphEntry): { readonly id: string; readonly level: number };
}

/** One story of the text with all proposals and comments in their places. */
export function storyHtml(story: StoryEntry, context: StoryContext): Html {
  return new StoryPage(story, context).write();
}

class StoryPage {
  readonly #story: StoryEntry;
  readonly #context: StoryContext;
  /** Not written yet, in their order. */
  #waiting: readonly PassageEntry[];
  #pending: Html[] = [];
  /** How many tables the flow stands in. */
  #tables = 0;

  constructor(story: StoryEntry, context: StoryContext) {
    this.#story = story;
    this.#context = context;
    this.#waiting = story.passages;
  }

  write(): Html {
    return html`${this.#flow(this.#story.blocks)}${this.#due(0, Infinity)}`;
  }

  #flow(blocks: readonly BlockEntry[]): Html[] {
    return blocks.map((block) => {
      const before = this.#before(block.from);
      const own = block.kind === "paragraph" ? this.#paragraph(block) : this.#container(block);
      const end = block.kind === "paragraph" ? block.from + block.words.length : block.to;
      return html`${before}${own}${this.#due(block.from, end)}`;
    });
  }

  #container(block: ContainerEntry): Html {
    if (block.kind !== "table") return html`${this.#flow(block.blocks)}`;
    this.#tables++;
    const table = this.#table(block);
    this.#tables--;
    return table;
  }

  #table(block: ContainerEntry): Html {
    const rows = inside(block, "row");
    const hasHead = rows.length > 1;
    return html`<table>${rows.map((row, i) => {
      const scope = hasHead && i === 0 ? "col" : null;
      const written = inside(row, "cell").map((cell, column) => {
        const content = html`${this.#flow(cell.blocks)}${this.#due(cell.from + 1, cell.to)}`;
        if (scope !== null) return html`<th scope="${scope}">${content}</th>`;
        return column === 0 && hasHead ? html`<th scope="row">${content}</th>` : html`<td>${content}</td>`;
      });
      const line = html`<tr>${written}</tr>`;
      return scope === null ? line : html`<thead>${line}</thead>`;
    })}</table>`;
  }

  #paragraph(paragraph: ParagraphEntry): Html {
    const { label, headingLevel, isTitle } = paragraph;
    const boxes: Html[] = [];
    const content = this.#words(paragraph, boxes);
    const number = label === "" ? null : html`<span class="label">${label}</span> `;
    const hasWords = paragraph.words.join("").trim() !== "";
    // A heading in a table heads nothing outside its cell.
    if (headingLevel !== null && hasWords && this.#tables === 0) {
      const { id, level } = this.#context.heading(paragraph);
      return html`${headingHtml(level, id, html`${number}${content}`)}${boxes}`;
    }
    const isEmpty = number === null && content.every(({ markup }) => markup.trim() === "");
    const look = isTitle ? html` class="title"` : null;
    return html`${isEmpty ? null : html`<p${look}>${number}${content}</p>`}${boxes}`;
  }

  #words(paragraph: ParagraphEntry, boxes: Html[]): Html[] {
    const { from, words, emphasis = [], inner = {} } = paragraph;
    const out: Html[] = [];
    let run = { text: "", signs: "", marked: false };
    const flush = (): void => {
      if (run.text !== "") out.push(looking(run.text, run.signs, run.marked));
      run = { ...run, text: "" };
    };
    for (let i = 0; i < words.length; i++) {
      const at = from + i;
      const links = this.#context.comments.linksBefore(at);
      const passages = this.#startingAt(at);
      if (links.length + passages.length > 0) {
        flush();
        out.push(...links);
      }
      let skipTo = at;
      for (const passage of passages) {
        if (fitsInText(passage)) {
          out.push(inText(passage));
          skipTo = Math.max(skipTo, passage.to);
        } else {
          out.push(
            html`<a class="by" href="#${elementId("passage", passage.id)}">[${
              passage.proposals.length === 1 ? "proposal" : `${passage.proposals.length} proposals`
            }]</a> `,
          );
          this.#pending.push(asList(passage, this.#context.citations));
        }
      }
      for (const id of inner[at] ?? []) {
        const box = this.#context.inner(id);
        flush();
        if (box === null) out.push(noteLink(id));
        else boxes.push(box);
      }
      if (skipTo > at) {
        for (let skipped = at + 1; skipped < skipTo; skipped++)
          for (const id of inner[skipped] ?? []) out.push(noteLink(id));
        i += skipTo - at - 1;
        continue;
      }
      const word = (inner[at] ?? []).length > 0 || i === words.length - 1 ? "" : (words[i] ?? "");
      const marked = this.#isMarked(at);
      const signs = emphasis[i] ?? "";
      if (signs !== run.signs || marked !== run.marked) flush();
      run = { text: run.text + word, signs, marked };
    }
    flush();
    return out;
  }

  #startingAt(at: number): readonly PassageEntry[] {
    return this.#taken(({ from }) => from === at);
  }

  /** Whole paragraphs and tables that are inserted before a block. */
  #before(at: number): Html[] {
    return this.#taken((passage) => passage.from === at && !startsInside(passage)).map((passage) =>
      asList(passage, this.#context.citations),
    );
  }

  /** At the end of a block: what was put off, and what begins in it where no word is, such as a row. */
  #due(start: number, end: number): Html[] {
    const rest = this.#taken(({ from }) => start <= from && from < end);
    const lists = [...this.#pending, ...rest.map((passage) => asList(passage, this.#context.citations))];
    this.#pending = [];
    return [...lists, ...this.#context.comments.take(end)];
  }

  #taken(isDue: (passage: PassageEntry) => boolean): readonly PassageEntry[] {
    const due = this.#waiting.filter(isDue);
    if (due.length > 0) this.#waiting = this.#waiting.filter((passage) => !due.includes(passage));
    return due;
  }

  #isMarked(at: number): boolean {
    return this.#story.passages.some(({ from, to }) => from <= at && at < to);
  }
}

/** False for what is inserted between blocks. */
function startsInside({ from, to, proposals }: PassageEntry): boolean {
  return from < to || proposals.some(({ wording, structure }) => structure === undefined && !wording.endsWith("\n"));
}

/** Rows of a table or cells of a row, those in content controls among them. */
function inside(block: ContainerEntry, kind: "row" | "cell"): ContainerEntry[] {
  return block.blocks.flatMap((child) => {
    if (child.kind === "paragraph") return [];
    return child.kind === kind ? [child] : inside(child, kind);
  });
}

function noteLink(id: string): Html {
  const number = id.split(":").at(-1) ?? "";
  const kind = id.startsWith("endnote") ? "endnote" : "footnote";
  return html`<sup><a id="${elementId("place", id)}" href="#${elementId("story", id)}" role="doc-noteref" aria-label="${kind} ${number}">${number}</a></sup>`;
}

function looking(text: string, signs: string, marked: boolean): Html {
  let content = html`${text}`;
  if (signs.includes("s")) content = html`<s>${content}</s>`;
  if (signs.includes("u")) content = html`<u>${content}</u>`;
  if (signs.includes("i")) content = html`<em>${content}</em>`;
  if (signs.includes("b")) content = html`<strong>${content}</strong>`;
  return marked ? html`<mark>${content}</mark>` : content;
}

function headingHtml(level: number, id: string, content: Html): Html {
  switch (level) {
    case 1:
      return html`<h1 id="${id}">${content}</h1>`;
    case 2:
      return html`<h2 id="${id}">${content}</h2>`;
    case 3:
      return html`<h3 id="${id}">${content}</h3>`;
    case 4:
      return html`<h4 id="${id}">${content}</h4>`;
    case 5:
      return html`<h5 id="${id}">${content}</h5>`;
    default:
      return html`<h6 id="${id}">${content}</h6>`;
  }
}
