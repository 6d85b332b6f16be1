import { paragraph, text, type WordText } from "../../../../fixtures/docx-builder/model.ts";
import { savedBySecretariat } from "../../../../fixtures/docx-builder/saved-by-secretariat.ts";
import { writeDocx } from "../../../../fixtures/docx-builder/write-docx.ts";

const PARAGRAPHS = [
  "Every State keeps account of the materials in its territory.",
  "Every State protects them while they are used, stored and transported.",
  "Every State controls its borders and what crosses them.",
];

/** A draft of a few paragraphs, with this word in the second. */
export function draftWith(word: string): Uint8Array<ArrayBuffer> {
  return bytesOf(textWith(word));
}

/** A marked-up copy of that draft: these words are inserted at the end of the third paragraph, tracked, by this author. */
export function markedUp(draftWord: string, inserted: string, author: string): Uint8Array<ArrayBuffer> {
  const marked = textWith(draftWord);
  const last = marked.body[3];
  if (last?.kind !== "paragraph") throw new Error("The draft has no third paragraph.");
  last.content.push(text(` ${inserted}`, {}, { inserted: { author, date: "2026-03-02T09:00:00Z" } }));
  return bytesOf(marked);
}

function textWith(word: string): WordText {
  const body = [
    paragraph("title", "Heading1", "Principles"),
    ...PARAGRAPHS.map((words, i) => paragraph(`p${i}`, "Normal", i === 1 ? `${words} ${word}` : words)),
  ];
  return {
    title: "Principles",
    body,
    notes: [],
    headers: [],
    footers: [],
    lastSection: { header: "", footer: "" },
    comments: [],
    images: new Map(),
    saved: savedBySecretariat(),
  };
}

function bytesOf(of: WordText): Uint8Array<ArrayBuffer> {
  return new Uint8Array(writeDocx(of));
}
