import { embolden } from "../../../../fixtures/docx-builder/draft/amend.ts";
import { comment } from "../../../../fixtures/docx-builder/draft/comments.ts";
import { type Draft, sit, startDraft } from "../../../../fixtures/docx-builder/draft/draft.ts";
import { deleteParagraph } from "../../../../fixtures/docx-builder/draft/paragraphs.ts";
import { paragraph, type WordText } from "../../../../fixtures/docx-builder/model.ts";
import { savedBySecretariat } from "../../../../fixtures/docx-builder/saved-by-secretariat.ts";
import { writeDocx } from "../../../../fixtures/docx-builder/write-docx.ts";

/** A draft, of which one delegation strikes a paragraph and another makes a word of it bold. */
export function struckAndBold() {
  return {
    draft: { name: "Draft.docx", bytes: bytesOf(textOf()) },
    submissions: {
      XAA: { name: "XAA.docx", bytes: markedUp("XAA", strikeWithReason) },
      XBB: { name: "XBB.docx", bytes: markedUp("XBB", (draft) => embolden(draft, "second", "protects")) },
    },
  };
}

/** Why XAA strikes its paragraph: a comment on its words. */
export const REASON = "The first paragraph says it.";

function strikeWithReason(draft: Draft): void {
  comment(draft, { key: "second", words: "protects them" }, [REASON]);
  deleteParagraph(draft, "second");
}

function markedUp(delegation: string, mark: (draft: Draft) => void): Uint8Array<ArrayBuffer> {
  const draft = startDraft(delegation, textOf());
  draft.text.saved.trackRevisions = true;
  sit(draft, `Expert of ${delegation}`, "2026-03-02T09:00:00Z");
  mark(draft);
  return bytesOf(draft.text);
}

function textOf(): WordText {
  return {
    title: "Principles",
    body: [
      paragraph("title", "Heading1", "Principles"),
      paragraph("first", "Normal", "Every State keeps account of the materials in its territory."),
      paragraph("second", "Normal", "Every State protects them while they are used, stored and transported."),
      paragraph("third", "Normal", "Every State controls its borders and what crosses them."),
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
