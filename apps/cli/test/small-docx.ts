import { zipParts } from "../../../fixtures/docx-builder/zip.ts";

/** The person and the time of all tracked changes in small files. */
export const PERSON = "Mira Tolvane";
export const TIME = "2026-03-02T09:11:00Z";

/**
 * A Word file of a few paragraphs. `{+words+}` were inserted and `{-words-}` deleted while tracking was on, both by
 * `PERSON` at `TIME`.
 */
export function smallDocx(...paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((words) => `<w:p>${runs(words)}</w:p>`).join("");
  const parts = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
      + 'wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
      + 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
      + 'Target="word/document.xml"/></Relationships>',
    "word/document.xml":
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
      + `<w:body>${body}</w:body></w:document>`,
  };
  const encoder = new TextEncoder();
  return zipParts(new Map(Object.entries(parts).map(([name, xml]) => [name, encoder.encode(xml)])));
}

function runs(words: string): string {
  return words
    .split(/(\{\+.*?\+\}|\{-.*?-\})/)
    .map((part, i) => {
      if (part.startsWith("{+")) return `<w:ins ${by(i)}>${run("w:t", part.slice(2, -2))}</w:ins>`;
      if (part.startsWith("{-")) return `<w:del ${by(i)}>${run("w:delText", part.slice(2, -2))}</w:del>`;
      return part === "" ? "" : run("w:t", part);
    })
    .join("");
}

function run(element: string, words: string): string {
  return `<w:r><${element} xml:space="preserve">${words}</${element}></w:r>`;
}

function by(id: number): string {
  return `w:id="${id}" w:author="${PERSON}" w:date="${TIME}"`;
}
