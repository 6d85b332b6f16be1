import { paragraph, text, type WordText } from "../../../../../fixtures/docx-builder/model.ts";
import { savedBySecretariat } from "../../../../../fixtures/docx-builder/saved-by-secretariat.ts";
import { writeDocx } from "../../../../../fixtures/docx-builder/write-docx.ts";

const PARAGRAPHS = [
  "Every State keeps account of the materials in its territory.",
  "Every State protects them while they are used, stored and transported.",
  "Every State controls its borders and what crosses them.",
];

/** A draft of three paragraphs: read in milliseconds, so that what races is the act and not the reading. */
export function smallDraft(): Uint8Array<ArrayBuffer> {
  return bytesOf(draft());
}

/** That draft with these words inserted at the end of a paragraph, tracked. Other words give another file. */
export function smallSubmission(words: string, at = 2): Uint8Array<ArrayBuffer> {
  const marked = draft();
  const into = marked.body[1 + (at % PARAGRAPHS.length)];
  if (into?.kind !== "paragraph") throw new RangeError(`The draft has no paragraph ${at}.`);
  into.content.push(text(` ${words}`, {}, { inserted: { author: "Expert", date: "2026-03-02T09:00:00Z" } }));
  return bytesOf(marked);
}

function draft(): WordText {
  return {
    title: "Principles",
    body: [
      paragraph("title", "Heading1", "Principles"),
      ...PARAGRAPHS.map((words, i) => paragraph(`p${i}`, "Normal", words)),
    ],
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
