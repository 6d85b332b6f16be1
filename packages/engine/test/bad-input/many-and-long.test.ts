import { describe, expect, test } from "vitest";
import { compileOne, paragraphs, root, smallFile } from "./small-file.ts";

const numbers = (length: number): number[] => Array.from({ length }, (_, i) => i);
const LONG = 60_000;

describe("takes time by the length of a text and not by its square", { timeout: LONG }, () => {
  test("10,000 comments, each on a paragraph that is changed", () => {
    const ids = numbers(10_000);
    const base = smallFile(paragraphs(...ids.map((i) => `Paragraph ${i} of the text.`)));
    const body = ids
      .map(
        (i) =>
          `<w:p><w:commentRangeStart w:id="${i}"/><w:r><w:t>Paragraph ${i} of our text.</w:t></w:r><w:commentRangeEnd w:id="${i}"/>`
          + `<w:r><w:commentReference w:id="${i}"/></w:r></w:p>`,
      )
      .join("");
    const { compilation, bytes } = compileOne(base, smallFile(body, { parts: { "word/comments.xml": comments(ids) } }));
    expect(compilation.comments).toHaveLength(10_000);
    expect(compilation.comments.every(({ passage }) => passage !== null)).toBe(true);
    expect(bytes.length).toBeGreaterThan(0);
  });

  test("10,000 comments on one word, and 10,000 that stand nowhere", () => {
    const ids = numbers(10_000);
    const starts = ids.map((i) => `<w:commentRangeStart w:id="${i}"/>`).join("");
    const ends = ids.map((i) => `<w:commentRangeEnd w:id="${i}"/>`).join("");
    const text = "<w:r><w:t>report</w:t></w:r>";
    const parts = { "word/comments.xml": comments(ids) };
    const onOne = compileOne(
      smallFile(paragraphs("report")),
      smallFile(`<w:p>${starts}${text}${ends}</w:p>`, { parts }),
    );
    expect(onOne.compilation.comments).toHaveLength(10_000);
    const nowhere = compileOne(smallFile(paragraphs("report")), smallFile(`<w:p>${text}</w:p>`, { parts }));
    expect(nowhere.compilation.comments).toHaveLength(10_000);
  });

  test("a megabyte of text in one run, a word of a megabyte", () => {
    const words = numbers(150_000)
      .map((i) => `word${i % 1000}`)
      .join(" ");
    const changed = words.replace("word500 ", "other ");
    expect(compileOne(smallFile(paragraphs(words)), smallFile(paragraphs(changed))).accepted).toBe(`${changed}\n`);
    const word = "x".repeat(1_000_000);
    expect(compileOne(smallFile(paragraphs(word)), smallFile(paragraphs(`${word}y`))).accepted).toBe(`${word}y\n`);
  });

  test("50,000 runs in one paragraph, and 50,000 in one word", () => {
    const runs = (changed: number, end: string): string =>
      `<w:p>${numbers(50_000)
        .map((i) => `<w:r><w:t xml:space="preserve">${i === changed ? "y" : "x"}${end}</w:t></w:r>`)
        .join("")}</w:p>`;
    const many = compileOne(smallFile(runs(-1, " ")), smallFile(runs(5000, " ")));
    expect(many.submission.stories[0]?.edits).toHaveLength(1);
    expect(compileOne(smallFile(runs(-1, "")), smallFile(runs(5000, ""))).accepted).toContain("xyx");
  });

  test("a table of 20,000 rows", () => {
    const rows = (changed: number): string =>
      `<w:tbl>${numbers(20_000)
        .map((i) => `<w:tr><w:tc>${paragraphs(i === changed ? "other" : `row ${i}`)}</w:tc></w:tr>`)
        .join("")}</w:tbl><w:p/>`;
    expect(compileOne(smallFile(rows(-1)), smallFile(rows(1000))).submission.stories[0]?.edits).toHaveLength(1);
  });

  test("50,000 empty paragraphs that close themselves, as many whose end tags hold a space, a text of signs >", () => {
    const base = smallFile(paragraphs("States report."));
    const closed = '<w:p w:rsidR="00A1"/>'.repeat(50_000);
    expect(compileOne(base, smallFile(closed)).accepted).toBe("\n".repeat(50_000));
    const spaced = '<w:p w:rsidR="00A1"><w:r><w:t>a</w:t></w:r></w:p >'.repeat(50_000);
    expect(compileOne(base, smallFile(spaced)).accepted).toBe("a\n".repeat(50_000));
    const signs = ">".repeat(300_000);
    const one = `<w:p w:rsidR="00A1"><w:r><w:t>${signs}</w:t></w:r></w:p>`;
    expect(compileOne(base, smallFile(one)).accepted).toBe(`${signs}\n`);
  });

  test("20,000 ends of bookmarks that are never closed, at one place", () => {
    const marks = '<w:bookmarkStart w:id="1" w:name="a"/>'.repeat(20_000);
    const body = `<w:p>${marks}<w:r><w:t>States shall report.</w:t></w:r></w:p>`;
    expect(compileOne(smallFile(body), smallFile(paragraphs("States may report."))).accepted).toBe(
      "States may report.\n",
    );
  });
});

function comments(ids: readonly number[]): { type: string; xml: string } {
  const all = ids.map((i) => `<w:comment w:id="${i}" w:author="Mira Tolvane">${paragraphs(`Why ${i}?`)}</w:comment>`);
  return { type: "comments", xml: root("w:comments", all.join("")) };
}
