import { type Paragraph, textOf } from "../model/text.ts";
import {
  citeChain,
  extended,
  isBullet,
  isNamed,
  type NumberLabel,
  readLabel,
  typedHeadingNumber,
  typedNumber,
  withoutBracket,
  withoutEnd,
} from "./label-shape.ts";

/** What a paragraph is called by a reader, and where it stands. */
export interface Citation {
  /** `"Part II, para. 14 (b)"`; `""` for the only paragraph of a text without headings and numbers. */
  readonly citation: string;
  /** Texts of the headings above, outermost first. */
  readonly headings: readonly string[];
}

/** Cites paragraphs that follow each other, those in tables left out; as many citations as paragraphs. */
export function citeParagraphs(paragraphs: readonly Paragraph[]): Citation[] {
  const citations: Citation[] = [];
  let path: readonly Heading[] = [];
  for (let from = 0; from < paragraphs.length; ) {
    const first = paragraphs[from] as Paragraph;
    if (isHeading(first)) {
      const above = path.filter((heading) => heading.level < (first.headingLevel as number));
      path = [...above, headingOf(first)];
      const name = citeHeadings(path, true);
      const headings = above.map(({ text }) => text);
      citations.push({ citation: isClause(path.at(-1)) ? name : `${name}, heading`, headings });
      from++;
    }
    let to = from;
    while (to < paragraphs.length && !isHeading(paragraphs[to] as Paragraph)) to++;
    const section = paragraphs.slice(from, to);
    citations.push(...citeSection(section, path, path.length > 0 || section.length < paragraphs.length));
    from = to;
  }
  // Found by counting, it would be "para. 1" beside a numbered paragraph 1.
  const title = paragraphs.findIndex(({ isTitle, label }) => isTitle && label === "");
  const cited = citations[title];
  if (cited !== undefined && paragraphs.length > 1) citations[title] = { ...cited, citation: "Title" };
  return citations;
}

interface Heading {
  readonly level: number;
  readonly text: string;
  /** `"Part II"`, `"section 3"`; `""` without a number. */
  readonly name: string;
  readonly number: string;
}

/** An empty line in the style of a heading begins nothing. */
function isHeading(paragraph: Paragraph): boolean {
  const numbered = paragraph.label !== "" && !isBullet(paragraph.label);
  return paragraph.headingLevel !== null && (numbered || !isBlank(paragraph));
}

/** Contracts set whole clauses as headings, for the sake of their numbers: what ends like a sentence is one. */
function isClause(heading: Heading | undefined): boolean {
  return heading !== undefined && heading.number !== "" && /[.;:,]$/.test(heading.text);
}

function isBlank(paragraph: Paragraph): boolean {
  return textOf(paragraph.tokens).trim() === "";
}

function headingOf(paragraph: Paragraph): Heading {
  const text = textOf(paragraph.tokens).trim();
  const label = isBullet(paragraph.label) ? "" : paragraph.label;
  const number = withoutBracket(withoutEnd(label === "" ? typedHeadingNumber(text) : label));
  const name = number === "" || isNamed(number) ? number : `section ${number}`;
  return { level: paragraph.headingLevel as number, text, name, number };
}

/** The numbered headings; the innermost by its text where none has a number, or where `exact` asks for it. */
function citeHeadings(path: readonly Heading[], exact: boolean): string {
  const numbered = path.filter((heading) => heading.number !== "");
  const kept = numbered.filter(({ number }, i) => !numbered[i + 1]?.number.startsWith(`${number}.`));
  const parts = kept.map(({ name }) => name);
  const innermost = path.at(-1);
  if (innermost !== undefined && innermost.number === "" && (exact || parts.length === 0)) {
    parts.push(shortened(innermost.text));
  }
  return parts.join(", ");
}

/** Longer headings are cut at a word. Forty letters hold the headings of treaties and resolutions that we looked at. */
const SHORT_MOST = 40;

function shortened(text: string): string {
  if (text.length <= SHORT_MOST) return withoutEnd(text) || text;
  const cut = text.lastIndexOf(" ", SHORT_MOST);
  return `${withoutEnd(text.slice(0, cut > 0 ? cut : SHORT_MOST))}…`;
}

/** The paragraphs under one heading. `several`: whether a paragraph needs a name at all. */
function citeSection(section: readonly Paragraph[], path: readonly Heading[], several: boolean): Citation[] {
  const headings = path.map(({ text }) => text);
  const inner = section.some((paragraph) => numberOf(paragraph) !== "")
    ? citeByNumber(section)
    : citeByCount(section, several);
  return inner.map(({ name, counted }) => {
    const repeats = path.some(({ number }) => number !== "" && name.startsWith(`para. ${number}.`));
    const above = repeats ? "" : citeHeadings(path, counted);
    return { citation: joined(above, name, path.at(-1)?.number ?? ""), headings };
  });
}

/** Letters go on from the number of their heading: `"section 2.1 (a)"`. */
function joined(above: string, name: string, number: string): string {
  if (number !== "" && name.startsWith("para. (")) return `${above} ${name.slice("para. ".length)}`;
  return [above, name].filter((part) => part !== "").join(", ");
}

interface Name {
  readonly name: string;
  /** Found by counting, and so unique only under its heading. */
  readonly counted: boolean;
}

/** An empty paragraph is not counted: it shares the name of the one before it. */
function citeByCount(section: readonly Paragraph[], several: boolean): Name[] {
  if (!several && section.filter((paragraph) => !isBlank(paragraph)).length <= 1) {
    return section.map(() => ({ name: "", counted: true }));
  }
  let count = 0;
  return section.map((paragraph) => {
    if (!isBlank(paragraph)) count++;
    return { name: `para. ${Math.max(count, 1)}`, counted: true };
  });
}

/** Between numbered paragraphs, those without a number are counted from the last one that has one. */
function citeByNumber(section: readonly Paragraph[]): Name[] {
  let chain: NumberLabel[] = [];
  let bullets = 0;
  let others = 0;
  let last: Name = { name: "opening paragraph 1", counted: true };
  return section.map((paragraph) => {
    const number = numberOf(paragraph);
    if (number !== "") {
      chain = extended(chain, readLabel(number, paragraph.label === "" ? null : paragraph.level, chain));
      bullets = 0;
      others = 0;
      last = { name: citeChain(chain), counted: false };
    } else if (isBullet(paragraph.label) && chain.length > 0) {
      last = { name: `${citeChain(chain)}, bullet ${++bullets}`, counted: false };
    } else if (!isBlank(paragraph)) {
      others++;
      last =
        chain.length === 0
          ? { name: `opening paragraph ${others}`, counted: true }
          : { name: `paragraph ${others} after ${citeChain(chain)}`, counted: false };
    }
    return last;
  });
}

/** The number that a reader would cite, automatic or typed; `""` for none. */
function numberOf(paragraph: Paragraph): string {
  if (paragraph.label !== "") return isBullet(paragraph.label) ? "" : paragraph.label;
  return typedNumber(textOf(paragraph.tokens));
}
