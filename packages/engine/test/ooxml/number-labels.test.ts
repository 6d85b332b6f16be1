import { describe, expect, test } from "vitest";
import { NumberCounter } from "../../src/ooxml/number-counter.ts";
import { mapNumbering, readNumbering } from "../../src/ooxml/numbering.ts";
import { mapStyles, readStyles } from "../../src/ooxml/styles.ts";
import { openPackage } from "../../src/ooxml/word-package.ts";
import type { XmlElement } from "../../src/ooxml/xml.ts";
import { parseXml } from "../../src/ooxml/xml-reader.ts";
import { nodeInflater } from "./build-zip.ts";
import { CORPUS, readCorpus, WITHOUT_CORPUS } from "./corpus.ts";

/**
 * Labels of real files as LibreOffice 7.4 shows them, bullets left out. Where it is known to differ from Word, the
 * label is Word's, and the reason stands beside it.
 */
const JUDGED: Readonly<Record<string, string>> = {
  "Docxodus/NewDocxDocuments/HierarchicalNumberedList.docx": "1) a) b) 2) a) b) c) i) 3) a)",
  "Docxodus/NewDocxDocuments/NumberedListRomanNumerals.docx": "I. a. b. c. II. a. b. III. a. b.",
  "Docxodus/TestFiles/HC031-Complicated-Document.docx":
    "1) a) b) 2) a) b) c) i) 3) a) I. a. b. c. II. a. b. III. a. b. 1. 2. 3. 4. 5.",
  "Clippit/TestFiles/RP/RP052-Deleted-Para-Mark-Rejected.docx": "1.0 2.0 3.0 4.0 5.0 6.0",
  // Numbering styles, restarts and legal levels. The first labels belong to headings.
  "Open-Xml-PowerTools/OpenXmlPowerToolsExamples/HtmlConverter01/Contract.docx":
    "1.0 1. 2. 3. 2.0 2.1 1. 2. 3. 2.2 1. 2. 2.3 1. 2. 2.1. 2.2. 2.3. 3. 3.1. 3.2. 3.2.1. 3.2.2. 4. 5.",
  // LibreOffice has "Section I.01": it does not know legal levels.
  "Open-Xml-PowerTools/OpenXmlPowerToolsExamples/FormattingAssembler01/Test02.docx":
    "Article I. Section 1.01 (a) First. Second. Third. 1) 2) 3) 1. 1.1. 1.2. 1.3. 2. 2.1. 2.2. 2.3. 3.",
  // LibreOffice has "1. 2. 3." at the end: it reads the fallback of a custom format.
  "poi/test-data/document/Numbering.docx": "1. a. i. 1. 1.1. 1.1.1. NEW-1-FORMAT a) i) α. β. γ.",
  "poi/test-data/document/NumberingWOverrides.docx": "1 B C A B 4",
  "docx4j/legals/docx4j_IndividualContributor.docx": "1. 2. 3. 4. 5. 6. 7. 8.",
  "docx4j/docx4j-core-tests/src/test/java/org/docx4j/model/listnumbering/NumberingIndents.docx":
    "1. 2. a. 1. 2. a. 1) a)",
  "docx4j/docs/developer/Eastern Arabic numbering.docx": "1. 2.",
  "mammoth.js/test/test-data/simple-list.docx": "",
};

/** A contract of 340 numbers; a stretch of it. */
const LONG = "folio/tests/visual/fixtures/podily-bps.docx";
const LONG_STRETCH =
  "9.5 9.6 9.7 10 10.1 10.2 10.3 10.4 10.5 10.6 10.7 (a) (b) (c) (d) 10.8 10.9 11 11.1 11.2 11.3 11.4 11.4.1 "
  + "11.4.2 11.5 11.6 11.7 11.8 11.9 11.10 11.11 (1) (2) (3) (4) 1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12. 13. 1. 2. 3.";

describe(`automatic numbers are those that LibreOffice shows${WITHOUT_CORPUS}`, () => {
  for (const [file, expected] of Object.entries(JUDGED)) {
    test.skipIf(CORPUS.length === 0)(file, () => {
      expect(labelsOf(file).join(" ")).toBe(expected);
    });
  }

  test.skipIf(CORPUS.length === 0)(LONG, () => {
    const labels = labelsOf(LONG);
    expect(labels.length).toBe(340);
    expect(labels.slice(0, 15).join(" ")).toBe("(1) (2) (3) (4) (A) (B) (C) (D) (E) (F) (G) (H) 1 1.1 1.1.1");
    expect(labels.join(" ")).toContain(LONG_STRETCH);
    expect(labels.slice(-4).join(" ")).toBe("21 21.1 21.2 21.3");
  });
});

test.skipIf(CORPUS.length === 0)(`styles and lists of a file are found in the file itself${WITHOUT_CORPUS}`, () => {
  for (const file of [LONG, ...Object.keys(JUDGED)]) {
    const [one, other] = [read(file), read(file)];
    const list = mapNumbering(one.numbering, other.numbering);
    const style = mapStyles(one.styles, other.styles);
    for (const id of one.numbering.lists.keys()) expect(list(id)).toBe(id);
    for (const id of one.styles.all.keys()) expect(style(id)).toBe(id);
  }
});

function read(file: string) {
  const opened = openPackage(readCorpus(file), nodeInflater());
  const rootOf = (type: string): XmlElement | null => {
    const part = opened.relationshipsOf(opened.mainPart).find((one) => one.type === type)?.target;
    return part === undefined ? null : parseXml(opened.text(part), part).root;
  };
  const styles = readStyles(rootOf("styles"));
  const body = parseXml(opened.text(opened.mainPart), opened.mainPart).root;
  return { styles, numbering: readNumbering(rootOf("numbering"), styles), body };
}

function labelsOf(file: string): string[] {
  const { numbering, body } = read(file);
  const counter = new NumberCounter(numbering);
  return paragraphsIn(body)
    .map((paragraph) => counter.next(paragraph.child("w:pPr")))
    .filter((label) => /[\p{L}\p{N}]/u.test(label) && label !== "o");
}

function paragraphsIn(element: XmlElement): XmlElement[] {
  return element.elements().flatMap((child) => (child.name === "w:p" ? [child] : paragraphsIn(child)));
}
