import { type Look, readFormatKey } from "./format-key.ts";

/**
 * What changes from one look to another, in plain words: `"bold"`, `"not italic"`, `"paragraph style: Heading 2"`;
 * several in a row with commas. Takes values of `Token.format`. A property without a name of its own here is told by
 * the name that Word gives it, so that no change is left out; `""` only for equal looks.
 */
export function describeFormatChange(before: string, after: string): string {
  const [old, now] = [readFormatKey(before), readFormatKey(after)];
  const inPart = old.length > 1 || now.length > 1;
  const changes = new Set<string>();
  for (const stretch of old) {
    for (const other of now) {
      if (Math.max(stretch.from, other.from) >= Math.min(stretch.to, other.to)) continue;
      for (const change of changesOf(stretch.look, other.look)) changes.add(change);
    }
  }
  const words = [...changes].join(", ");
  return inPart && words !== "" ? `in part: ${words}` : words;
}

function changesOf(before: Look, after: Look): string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => wordingOf(name, before.get(name) ?? null, after.get(name) ?? null));
}

function wordingOf(name: string, before: string | null, after: string | null): string {
  const toggle = TOGGLES[name];
  if (toggle !== undefined)
    return after === "on" ? toggle : before === "on" ? `not ${toggle}` : `${toggle} as in the style`;
  const valued = VALUED[name];
  if (valued !== undefined) return after === null ? valued.none : valued.word(after);
  const plain = PLAIN[name] ?? (name.startsWith("w:") ? `property ${name}` : name);
  if (before === null) return `${plain} set`;
  return after === null ? `${plain} removed` : `${plain} changed`;
}

/** On or off (ECMA-376 Part 1, 17.3.1, 17.3.2 and 17.4); what is made for Arabic or Hebrew letters reads like the rest. */
const TOGGLES: Readonly<Record<string, string>> = {
  "w:b": "bold",
  "w:bCs": "bold",
  "w:i": "italic",
  "w:iCs": "italic",
  "w:caps": "all capitals",
  "w:smallCaps": "small capitals",
  "w:strike": "struck through",
  "w:dstrike": "struck through twice",
  "w:outline": "outlined",
  "w:shadow": "shadowed",
  "w:vanish": "hidden",
  "w:rtl": "right to left",
  "w:bidi": "right to left",
  "w:keepNext": "kept with the next paragraph",
  "w:keepLines": "lines kept together",
  "w:pageBreakBefore": "on a new page",
  "w:cantSplit": "kept on one page",
  "w:tblHeader": "repeated on each page",
};

interface Valued {
  word(value: string): string;
  /** Where the property is taken away. */
  readonly none: string;
}

const VALUED: Readonly<Record<string, Valued>> = {
  "w:u": { word: (value) => underlining(valueIn(value)), none: "not underlined" },
  "w:color": { word: (value) => `colour: ${valueIn(value)}`, none: "colour as in the style" },
  "w:highlight": { word: (value) => `highlighted: ${valueIn(value)}`, none: "not highlighted" },
  "w:sz": { word: (value) => `size: ${inPoints(value)}`, none: "size as in the style" },
  "w:szCs": { word: (value) => `size: ${inPoints(value)}`, none: "size as in the style" },
  "w:vertAlign": { word: (value) => valueIn(value), none: "not raised or lowered" },
  "w:jc": { word: (value) => `aligned: ${valueIn(value)}`, none: "aligned as in the style" },
  "w:pStyle": { word: (value) => `paragraph style: ${styleName(value)}`, none: "no paragraph style" },
  "w:rStyle": { word: (value) => `character style: ${styleName(value)}`, none: "no character style" },
  "w:tblStyle": { word: (value) => `table style: ${styleName(value)}`, none: "no table style" },
  hyperlink: { word: (value) => `link to ${value}`, none: "no link" },
  content: { word: () => "in a content control", none: "in no content control" },
};

const PLAIN: Readonly<Record<string, string>> = {
  "w:rFonts": "font",
  "w:numPr": "numbering",
  "w:ind": "indentation",
  "w:spacing": "spacing",
  "w:shd": "shading",
  "w:pBdr": "borders",
  "w:tcBorders": "borders",
  "w:tblBorders": "borders",
  "w:tcW": "column width",
  "w:tblW": "table width",
  "w:trHeight": "row height",
  "w:gridSpan": "number of columns",
  "w:vMerge": "merging with the cell above",
  "w:vAlign": "vertical alignment",
  "w:tabs": "tab stops",
  "w:outlineLvl": "outline level",
  "w:sectPr": "section",
  "w:rPr": "look of the paragraph mark",
  "w:pgSz": "page size",
  "w:pgMar": "page margins",
  "w:cols": "text columns",
};

function valueIn(attributes: string): string {
  return /w:val="([^"]*)"/.exec(attributes)?.[1] ?? attributes;
}

function underlining(value: string): string {
  if (value === "none") return "not underlined";
  return value === "single" ? "underlined" : `underlined: ${value}`;
}

/** Sizes count half points (ECMA-376 Part 1, 17.3.2.38). */
function inPoints(attributes: string): string {
  const half = Number(valueIn(attributes));
  return Number.isNaN(half) ? valueIn(attributes) : `${half / 2} pt`;
}

/** Word makes the id of a style from its English name by leaving out the spaces: `Heading2`, `ListParagraph`. */
function styleName(id: string): string {
  if (id.startsWith("new ")) return id.slice("new ".length);
  return id.replaceAll(/(\p{Ll})(?=[\p{Lu}\p{N}])/gu, "$1 ");
}
