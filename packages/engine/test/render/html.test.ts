import { describe, expect, test } from "vitest";
import type { Compilation } from "../../src/model/compilation.ts";
import { type Block, textOf } from "../../src/model/text.ts";
import { type HtmlOptions, renderHtml } from "../../src/render/html/render-html.ts";
import { compileIllustrative } from "./illustrative.ts";
import { HEADING, type Lines, type RoundOptions, roundOf } from "./small-round.ts";

function pageOf(base: Lines, texts: Readonly<Record<string, Lines>>, options: RoundOptions & HtmlOptions = {}): string {
  return renderHtml(roundOf(base, texts, options).compilation, options);
}

/** What stands under the heading of the text, up to the next heading of that level. */
function textIn(page: string): string {
  return /<h2 id="text">.*?<div[^>]*>(.*?)<\/div><\/section>/s.exec(page)?.[1] ?? "";
}

describe("a compilation as a page", () => {
  test("shows one proposal in its place, with words for those who cannot see strokes", () => {
    expect(
      textIn(pageOf(["States should report."], { XAA: ["States shall report."], XBB: ["States shall report."] })),
    ).toBe(
      '<p>States <span class="passage" id="passage-body-1">'
        + '<del><span class="spoken">deleted by XAA and XBB: </span>should<span class="spoken">, end of deletion</span></del> '
        + '<ins><span class="spoken">inserted by XAA and XBB: </span>shall<span class="spoken">, end of insertion</span></ins> '
        + '<span class="by" aria-hidden="true">(XAA, XBB)</span> </span>report.</p>',
    );
  });

  test("shows rival wordings as a list behind the paragraph, and marks the words in it", () => {
    const text = textIn(
      pageOf(["States should report.", "Help is offered."], {
        XAA: ["States shall report.", "Help is offered."],
        XBB: ["States report.", "Help is offered."],
      }),
    );
    expect(text).toMatch(
      /^<p>States <a class="by" href="#passage-body-1">\[2 proposals\]<\/a> <mark>should <\/mark>report\.<\/p><div class="proposals" role="group" id="passage-body-1" aria-label="2 proposals for para\. 1">/,
    );
    expect(text).toMatch(
      /<ul><li><strong>XAA:<\/strong> .*<\/li><li><strong>XBB \(delete\):<\/strong> .*<\/li><\/ul>\n<\/div><p>Help is offered\.<\/p>$/s,
    );
  });

  test("puts a new paragraph where it is to stand", () => {
    const text = textIn(
      pageOf(["First here.", "Last here."], { XAA: ["First here.", "Now a new one.", "Last here."] }),
    );
    expect(text.replaceAll(/<[^>]*>/g, "|")).toMatch(/First here\..*Now a new one\..*Last here\./s);
  });

  test("shows that a paragraph is joined with the next", () => {
    const text = textIn(pageOf(["It reports.", "Help is free."], { XAA: ["It reports. Help is free."] }));
    expect(text).toMatch(/deleted by XAA: <\/span>\. ¶<span.*inserted by XAA: <\/span>\.<span/);
  });

  test("links both ends of a move", () => {
    const base = [
      "A culture of security can be assessed by asking all.",
      "Every State reports each year.",
      "Help is free.",
    ];
    const text = textIn(pageOf(base, { XAA: [base[1] as string, base[2] as string, base[0] as string] }));
    expect(text).toContain('Moved <a href="#passage-body-2">after para. 3');
    expect(text).toContain('Moved here from <a href="#passage-body-1">');
  });

  test("never leaves out a level of headings, whatever the text does", () => {
    const { compilation } = roundOf(["# Reports", "Text."], {});
    const [compiled] = compilation.stories as [Compilation["stories"][number]];
    const deep = compiled.story.blocks.map((block) =>
      block.kind === "paragraph" && block.headingLevel !== null ? { ...block, headingLevel: 5 } : block,
    );
    const page = renderHtml({ ...compilation, stories: [{ ...compiled, story: { ...compiled.story, blocks: deep } }] });
    expect(page).toContain('<h3 id="heading-1">');
  });

  test("writes texts from right to left, and the page itself from left to right", () => {
    const page = pageOf(["A b."], { XAA: ["A c."] }, { lang: "ar" });
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<div lang="ar" dir="rtl"><p>');
  });

  test("lets no text become markup, style or address", () => {
    const evil = `"><script>alert(1)</script></style><img src=x onerror=alert(1)>'\u0000\ud800\\`;
    const words = "<script>alert(2)</script> & </title> “x”";
    const round = roundOf(
      [`Old ${words}`],
      { XAA: [`New ${words}`], XBB: [`Newer ${words}`] },
      { names: { XAA: evil } },
    );
    const hostile: Compilation = {
      ...round.compilation,
      receipts: round.compilation.receipts.map((receipt) => ({ ...receipt, file: { ...receipt.file, name: evil } })),
      comments: [
        {
          delegation: "XAA",
          comment: {
            id: evil,
            story: "body",
            from: { gap: 0, inserted: 0 },
            to: { gap: 1, inserted: 0 },
            by: { author: evil, date: null },
            initials: "",
            paragraphs: [evil],
            parent: null,
            resolved: false,
            source: null,
          },
          place: { story: "body", kind: "body", paragraph: 0, headings: [], citation: evil },
          passage: null,
        },
      ],
    };
    const page = renderHtml(hostile, { heading: { ...HEADING, title: evil, round: evil }, lang: evil, names: true });
    const plain = renderHtml(roundOf(["Old x"], { XAA: ["New x"], XBB: ["Newer x"] }).compilation);
    expect(page).not.toMatch(/<script|<img|<\/style>.*<\/style>/s);
    expect(
      tagsIn(page)
        .filter((tag) => !tagsIn(plain).includes(tag))
        .sort(),
    ).toEqual(["</aside>", "<aside>", "</ul>"].slice(0, 2).sort());
    expect(page).toContain("&#60;script&#62;alert(2)&#60;/script&#62; &#38; ");
    expect(page.includes("\u0000") || page.includes("\ud800")).toBe(false);
  });
});

describe("the page of the illustrative guide", () => {
  const compilation = compileIllustrative();
  const page = renderHtml(compilation, { heading: HEADING, names: true });
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id);

  test("needs nothing from elsewhere and may do nothing", () => {
    expect(unescaped(page)).toContain(
      `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|form|base)\b|\ssrc=|\son\w+=|url\(|@import/i);
    expect([...page.matchAll(/href="([^"]*)"/g)].every(([, to = ""]) => to.startsWith("#"))).toBe(true);
  });

  test("names each place once, and every link leads to one", () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, to = ""] of page.matchAll(/href="#([^"]*)"/g)) expect(ids, to).toContain(to);
  });

  test("holds every passage once and every comment once, linked both ways", () => {
    const passages = compilation.stories.flatMap((story) => story.passages);
    expect(ids.filter((id) => id.startsWith("passage-"))).toHaveLength(passages.length);
    for (const { comment } of compilation.comments) {
      for (const words of comment.paragraphs) expect(page.split(escaped(words))).toHaveLength(2);
    }
    expect(page).toContain("[comment 6, XCC]</a> Chambers of commerce");
    const threads = compilation.comments.filter(({ comment }) => comment.parent === null).length;
    for (let number = 1; number <= threads; number++) {
      expect(page).toMatch(new RegExp(`href="#comment-${number}"|<span id="comment-${number}-place">`));
      expect(page).toContain(`href="#comment-${number}-place"`);
    }
  });

  test("holds the whole base text in its order", () => {
    const shown = textIn(page)
      .replaceAll(/<div class="(?:proposals|box)".*?<\/div>|<aside.*?<\/aside>|<ins>.*?<\/ins>|<sup>.*?<\/sup>/gs, "")
      .replaceAll(/<span class="(?:spoken|by)".*?<\/span>|<a class="(?:by|comment-link)".*?<\/a>/gs, "")
      .replaceAll(/<[^>]*>|\[footnote \d+\]/g, "");
    const body = compilation.stories.find(({ story }) => story.kind === "body")?.story.blocks ?? [];
    const words = (block: Block): string =>
      block.kind === "paragraph"
        ? block.label + textOf(block.tokens.filter(({ stories }) => stories.length === 0))
        : block.children.map(words).join("");
    const squeezed = (text: string): string => text.replaceAll(/\s+/g, "");
    expect(squeezed(unescaped(shown))).toBe(squeezed(body.map(words).join("")));
  });

  test("shows notes, text boxes and headers with what is proposed for them", () => {
    expect(page).toMatch(/<li id="story-footnote-5" value="5">.*published in.*href="#place-footnote-5"/s);
    expect(page).toMatch(/aria-label="text box 1">.*neither a list of requirements nor a test/s);
    expect(page).toMatch(/aria-label="header 1">.*Revised draft/s);
  });

  test("names persons only if asked, and is the same each time", () => {
    const [person = ""] = compilation.comments.map(({ comment }) => comment.by.author);
    expect(page).toContain(person);
    expect(renderHtml(compilation, { heading: HEADING })).not.toContain(person);
    expect(renderHtml(compilation, { heading: HEADING, names: true })).toBe(page);
  });
});

/** The names of all tags, each once. */
function tagsIn(page: string): string[] {
  return [...new Set([...page.matchAll(/<(\/?[a-z0-9]+)/gi)].map(([, name]) => `<${name}>`))];
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function unescaped(text: string): string {
  return text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
