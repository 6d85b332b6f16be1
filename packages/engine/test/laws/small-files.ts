import { type Draft, sit, startDraft } from "../../../../fixtures/docx-builder/draft/draft.ts";
import { paragraph, type WordText } from "../../../../fixtures/docx-builder/model.ts";
import { savedBySecretariat } from "../../../../fixtures/docx-builder/saved-by-secretariat.ts";
import { writeDocx } from "../../../../fixtures/docx-builder/write-docx.ts";
import type { SentFile } from "./compile-files.ts";

export const FIRST = "States should report on their measures every two years.";
export const SECOND = "Each authority keeps a register of those who hold related materials.";
export const THIRD = "Exercises with neighbouring States show whether plans work.";
export const FOURTH = "Assistance is offered on request and free of conditions.";

/** A base text of four paragraphs, `first` to `fourth`, with a header, as a Word file. */
export function smallBase(): Uint8Array {
  return writeDocx(smallText());
}

/** What a delegation sends: the small base text after somebody worked on it, with tracking on or off. */
export function sent(code: string, tracking: boolean, work: (draft: Draft) => void): SentFile {
  const draft = startDraft(code, smallText());
  sit(draft, `Expert of ${code}`, "2026-03-02T09:00:00Z");
  draft.tracking = tracking;
  work(draft);
  return { code, bytes: writeDocx(draft.text) };
}

function smallText(): WordText {
  return {
    title: "Small text",
    body: [
      paragraph("first", "Normal", FIRST),
      paragraph("second", "Normal", SECOND),
      paragraph("third", "Normal", THIRD),
      paragraph("fourth", "Normal", FOURTH),
    ],
    notes: [],
    headers: [{ key: "header", paragraphs: [paragraph("header/text", "Header", "Draft of January")] }],
    footers: [{ key: "footer", paragraphs: [paragraph("footer/text", "Footer", "Secretariat")] }],
    lastSection: { header: "header", footer: "footer" },
    comments: [],
    images: new Map(),
    saved: savedBySecretariat(),
  };
}
