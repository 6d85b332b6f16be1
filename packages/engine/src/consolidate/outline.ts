import type { Place } from "../model/place.ts";
import type { Block, Container, Paragraph, Story, StoryKind } from "../model/text.ts";
import { type Citation, citeParagraphs } from "./citation.ts";

/**
 * Where each token of a story stands, as a reader cites it: `"Part II, para. 14 (b)"`; in a table
 * `"Table 2, row 3, column 1"`, tables counted over the whole story; elsewhere `"footnote 3"`, `"text box 1, para. 2"`.
 *
 * What opens structure stands where its first paragraph stands, and what closes it where its last one does. Throws a
 * `RangeError` for an index outside the story; 0 is never outside.
 */
export function placesOf(story: Story): (tokenIndex: number) => Place {
  const places = new Placing(story).places();
  return (tokenIndex) => {
    const place = places[tokenIndex];
    if (place === undefined) throw new RangeError(`${story.id} has ${places.length} tokens, and none ${tokenIndex}`);
    return place;
  };
}

const STORY_NAMES: Readonly<Record<StoryKind, string>> = {
  body: "",
  footnote: "footnote",
  endnote: "endnote",
  header: "header",
  footer: "footer",
  textbox: "text box",
};

/** Citations of paragraphs that follow each other, and which of them is next. */
interface Flow {
  readonly citations: readonly Citation[];
  next: number;
}

class Placing {
  readonly #story: Story;
  readonly #prefix: string;
  readonly #lastParagraph: number;
  readonly #places: Place[] = [];
  #paragraph = 0;
  #tables = 0;

  constructor(story: Story) {
    this.#story = story;
    this.#prefix = story.kind === "body" ? "" : `${STORY_NAMES[story.kind]} ${story.id.split(":").at(-1) ?? ""}`;
    this.#lastParagraph = Math.max(0, paragraphsIn(story.blocks, "tables too").length - 1);
  }

  places(): readonly Place[] {
    const { blocks, tokens } = this.#story;
    this.#flow(blocks, { citations: citeParagraphs(paragraphsIn(blocks)), next: 0 }, { citation: "", headings: [] });
    // A story without tokens, a note that its own changes empty, still stands somewhere.
    while (this.#places.length < Math.max(1, tokens.length)) this.#close();
    return this.#places;
  }

  /** Blocks that follow each other. `at` cites what stands before the first paragraph; the last citation comes back. */
  #flow(blocks: readonly Block[], flow: Flow, at: Citation): Citation {
    let current = at;
    for (const block of blocks) {
      if (block.kind === "paragraph") {
        current = flow.citations[flow.next++] ?? current;
        this.#place(current);
        for (let i = 1; i < block.length; i++) this.#close();
        this.#paragraph++;
      } else if (block.kind === "table") this.#table(block, current.headings);
      else {
        this.#place(flow.citations[flow.next] ?? current);
        current = this.#flow(block.children, flow, current);
        this.#close();
      }
    }
    return current;
  }

  #table(table: Container, headings: readonly string[]): void {
    const name = `Table ${++this.#tables}`;
    let rows = 0;
    const walk = (block: Block, row: string): void => {
      if (block.kind === "cell") this.#cell(block, `${row}, column ${block.column + 1}`, headings);
      else if (block.kind === "row" || block.kind === "group") {
        const inner = block.kind === "row" ? `${name}, row ${++rows}` : row;
        this.#place({ citation: inner, headings });
        for (const child of block.children) walk(child, inner);
        this.#close();
      } else {
        // Word allows no paragraph or table here, but a damaged file can have one.
        this.#flow([block], { citations: [], next: 0 }, { citation: row, headings });
      }
    };
    this.#place({ citation: name, headings });
    for (const child of table.children) walk(child, name);
    this.#close();
  }

  #cell(cell: Container, name: string, headings: readonly string[]): void {
    const at = { citation: name, headings };
    const citations = citeParagraphs(paragraphsIn(cell.children).map(asBodyText)).map(({ citation }) => ({
      citation: citation === "" ? name : `${name}, ${citation}`,
      headings,
    }));
    this.#place(at);
    this.#flow(cell.children, { citations, next: 0 }, at);
    this.#close();
  }

  #place({ citation, headings }: Citation): void {
    const { id, kind } = this.#story;
    const whole = [this.#prefix, citation].filter((part) => part !== "").join(", ");
    const paragraph = Math.min(this.#paragraph, this.#lastParagraph);
    this.#places.push({ story: id, kind, paragraph, headings, citation: whole === "" ? "para. 1" : whole });
  }

  /** A token that stands where the one before it stands. */
  #close(): void {
    const before = this.#places.at(-1);
    if (before === undefined) this.#place({ citation: "", headings: [] });
    else this.#places.push(before);
  }
}

/** Paragraphs in order, those of content controls among them; those of tables only if asked for. */
function paragraphsIn(blocks: readonly Block[], tables: "no tables" | "tables too" = "no tables"): Paragraph[] {
  return blocks.flatMap((block) => {
    if (block.kind === "paragraph") return [block];
    return block.kind === "table" && tables === "no tables" ? [] : paragraphsIn(block.children, tables);
  });
}

/** A heading inside a cell heads nothing outside it, and a cell is too small to be cited by its headings. */
function asBodyText(paragraph: Paragraph): Paragraph {
  return paragraph.headingLevel === null ? paragraph : { ...paragraph, headingLevel: null };
}
