import { describe, expect, test } from "vitest";
import { textOf } from "../../src/model/text.ts";
import { FORMATS, type FormatName } from "../../src/render/formats.ts";
import type { Heading } from "../../src/render/heading.ts";
import { readBase } from "../../src/submission/base-text.ts";
import { unsoundness } from "../laws/sound-word-file.ts";
import { HEADING, linesOf, open, roundOf } from "./small-round.ts";

const { base, compilation } = roundOf(["States should report.", "Help is free."], {
  XAA: ["States shall report.", "Help is free."],
  XBB: ["States may report.", "Help is free."],
});

function written(format: FormatName, heading?: Heading): Uint8Array | string {
  return FORMATS[format].write(base, compilation, heading === undefined ? {} : { heading }).content;
}

function textIn(format: FormatName): string {
  const content = written(format, HEADING);
  if (typeof content !== "string") throw new Error(`${format} is no text`);
  return content;
}

function wordFileIn(format: FormatName): Uint8Array {
  const content = written(format, HEADING);
  if (typeof content === "string") throw new Error(`${format} is no Word file`);
  return content;
}

/** What a file says of itself as a whole. */
function propertiesOf(bytes: Uint8Array): string {
  return open(bytes).text("/docProps/core.xml");
}

const LINE = "FSC.DEL/65/21 · First round · Compilation 2 · 2026-03-02 09:00 UTC";

describe("whoever holds a copy knows of which draft, round and compilation it is, and of when", () => {
  test("plain texts begin with it", () => {
    for (const format of ["notation", "receipts"] as const)
      expect(textIn(format).startsWith(`Guide\n${LINE}\n\n`)).toBe(true);
  });

  test("a page has it under its title and along the top of what is printed", () => {
    const page = textIn("html");
    expect(page).toContain("<title>Compilation of proposals: Guide</title>");
    expect(page).toContain(`<h1>Compilation of proposals: Guide</h1><p><bdi>${LINE}</bdi></p>`);
    expect(page).toContain('@top-left{content:"FSC\\2e DEL\\2f 65\\2f 21 ');
  });

  test("a table has it under its title and at the foot of every page", () => {
    const table = wordFileIn("table");
    expect(linesOf(table).slice(0, 2)).toEqual(["Table of proposals: Guide", LINE]);
    expect(open(table).text("/word/footer1.xml")).toContain(LINE);
    expect(propertiesOf(table)).toContain("Table of proposals: Guide<");
  });

  test("a rolling text begins with it, and goes on as without it", () => {
    const rolling = wordFileIn("rolling");
    const [first, ...rest] = linesOf(rolling);
    expect(first).toBe(`Rolling text · ${LINE}`);
    expect(rest).toEqual(linesOf(written("rolling") as Uint8Array));
    expect(unsoundness(open(rolling), base.file.package)).toEqual(["/docProps/core.xml is not the base's"]);
  });

  test("a tracked file has it in its properties: in the text it would be nobody's", () => {
    const tracked = wordFileIn("tracked");
    expect(propertiesOf(tracked)).toContain(`>Guide\n${LINE}</dc:description>`);
    expect(propertiesOf(tracked).match(/description>/g)).toHaveLength(1);
    // Everything else is as without it.
    const without = open(written("tracked") as Uint8Array);
    expect(open(tracked).text("/word/document.xml")).toBe(without.text("/word/document.xml"));
    const rejected = readBase(open(tracked), "reject").stories.map(({ tokens }) => textOf(tokens));
    expect(rejected).toEqual(base.stories.map(({ tokens }) => textOf(tokens)));
    expect(unsoundness(open(tracked), base.file.package)).toEqual(["/docProps/core.xml is not the base's"]);
  });

  test("in a table for spreadsheets every row says it, before all else", () => {
    const [columns = "", ...rows] = textIn("traceability").slice(1).trimEnd().split("\r\n");
    expect(columns.startsWith('"Title","Symbol","Round","Version","Date","Passage",')).toBe(true);
    expect(rows).toHaveLength(2);
    for (const row of rows)
      expect(
        row.startsWith('"Guide","FSC.DEL/65/21","First round","Compilation 2","2026-03-02 09:00 UTC","body/1",'),
      ).toBe(true);
  });

  test("the JSON has it by itself", () => {
    expect(JSON.parse(textIn("json")).heading).toEqual(HEADING);
  });
});

test("a file of no draft that has a symbol says the rest", () => {
  const { content } = FORMATS.notation.write(base, compilation, { heading: { ...HEADING, symbol: "" } });
  expect(content).toContain("Guide\nFirst round · Compilation 2 · ");
});

test("names that are hostile stay words", () => {
  const evil = `</dc:description><x>"&\u0000\ud800`;
  const { content } = FORMATS.tracked.write(base, compilation, { heading: { ...HEADING, round: evil } });
  expect(unsoundness(open(content as Uint8Array), base.file.package)).toEqual(["/docProps/core.xml is not the base's"]);
  expect(propertiesOf(content as Uint8Array)).toContain('&lt;/dc:description&gt;&lt;x&gt;"&amp;\ufffd\ufffd');
});
