import { describe, expect, test } from "vitest";
import { openPackage, readBase } from "../../src/index.ts";
import { buildZip, LEAST, nodeInflater } from "../ooxml/build-zip.ts";
import { compileOne, paragraphs, problemOf, readAlone, smallFile } from "./small-file.ts";

function read(document: string): unknown {
  const parts = LEAST.map((entry) => (entry.name === "word/document.xml" ? { ...entry, content: document } : entry));
  return readBase(openPackage(buildZip(parts), nodeInflater()));
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

describe("document types and entities are refused, with part and place", () => {
  const LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  test.each([
    ["entities that grow", `${LAUGHS}<w:document ${W}><w:body>&b;</w:body></w:document>`, "character 0"],
    ["one that reads a file", `<!DOCTYPE d SYSTEM "file:///etc/passwd"><w:document ${W}/>`, "character 0"],
    ["one after the declaration", `<?xml version="1.0"?>\n<!DOCTYPE d><w:document ${W}/>`, "character 22"],
    ["one inside the text", `<w:document ${W}><w:body><!DOCTYPE d></w:body></w:document>`, "/word/document.xml"],
    [
      "an entity that nobody declared",
      `<w:document ${W}><w:body><w:p>&secret;</w:p></w:body></w:document>`,
      "&secret;",
    ],
  ])("%s", (_, document, where) => {
    const problem = problemOf(() => read(document));
    expect(problem.code).toBe("xml-forbidden");
    expect(problem.message).toContain("/word/document.xml");
    expect(problem.message).toContain(where);
    expect(problem.advice).not.toBe("");
  });

  test("in a part beside the text, such as the relationships", () => {
    const parts = LEAST.map((entry) =>
      entry.name === "_rels/.rels" ? { ...entry, content: `<!DOCTYPE r>${entry.content}` } : entry,
    );
    const problem = problemOf(() => openPackage(buildZip(parts), nodeInflater()));
    expect(problem).toMatchObject({ code: "xml-forbidden" });
    expect(problem.message).toContain("/_rels/.rels");
  });
});

describe("nesting", () => {
  const nested = (depth: number): string =>
    `${"<w:tbl><w:tr><w:tc>".repeat(depth)}<w:p/>${"</w:tc></w:tr></w:tbl><w:p/>".repeat(depth)}`;

  test("beyond the limit is refused, before the stack is full", () => {
    for (const depth of [100, 10_000, 50_000]) {
      const problem = problemOf(() => readAlone(smallFile(nested(depth))));
      expect(problem).toMatchObject({ code: "xml-too-deep" });
      expect(problem.message).toContain("/word/document.xml nests elements more than 256 deep at character");
    }
  });

  test("up to the limit compiles: tables in tables", () => {
    const file = smallFile(nested(80) + paragraphs("States shall report."));
    expect(readAlone(file)).toContain("States shall report.");
    expect(compileOne(smallFile(paragraphs("States shall report.")), file).rejected).toBe("States shall report.\n");
  });

  test("text boxes in text boxes", () => {
    const box = (inner: string): string =>
      `<w:p><w:r><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r></w:p>`;
    let body = paragraphs("innermost");
    for (let i = 0; i < 30; i++) body = box(body);
    const { submission } = compileOne(smallFile(body), smallFile(body.replace("innermost", "changed")));
    expect(submission.stories.map(({ story }) => story)).toEqual(["textbox:30"]);
  });
});

test("100,000 attributes on one element take no more than their number", () => {
  const attributes = Array.from({ length: 100_000 }, (_, i) => ` w:a${i}="${i}"`).join("");
  const file = smallFile(`<w:p${attributes}><w:r><w:t>States shall report.</w:t></w:r></w:p>`);
  expect(readAlone(file)).toBe("States shall report.\n");
});

test("20,000 declarations of namespaces, one in each paragraph", () => {
  const body = Array.from({ length: 20_000 }, (_, i) => `<w:p xmlns:n${i}="urn:n${i}"/>`).join("");
  expect(readAlone(smallFile(body))).toBe("\n".repeat(20_000));
});

test.each([
  ["a character that is none", paragraphs("a\u0000b"), "does not allow"],
  ["a tag that is not closed", "<w:p><w:r>", "</w:r>"],
  ["an attribute twice", '<w:p w:a="1" w:a="2"/>', "w:a twice"],
  ["a prefix without a namespace", "<w:p><x:y/></w:p>", "prefix x"],
])("what is not well-formed is told with its place: %s", (_, body, what) => {
  const problem = problemOf(() => readAlone(smallFile(body)));
  expect(problem.code).toBe("xml-not-well-formed");
  expect(problem.message).toMatch(/\/word\/document\.xml has .* at character \d+\./s);
  expect(problem.message).toContain(what);
  expect(problem.advice).toContain("Word");
});
