import type { Counts, Receipt } from "../model/receipt.ts";
import { wordShare } from "../model/share.ts";
import { headingLines } from "./heading.ts";
import type { RoundFiles } from "./round-files.ts";
import { wordNotCarried, wordNotice } from "./word-notice.ts";

/**
 * All receipts as plain English text, one after the other with an empty line between: what is sent back to delegations.
 * The base text stands before them, and what was left out behind them, where they are known.
 */
export function renderReceipts(receipts: readonly Receipt[], { base, leftOut = [], heading }: RoundFiles = {}): string {
  const texts = receipts.map(receiptText);
  if (base !== undefined) {
    texts.unshift(`Base text\n  File        ${base.name}, ${base.bytes} bytes\n  SHA-256     ${base.sha256}\n`);
  }
  if (leftOut.length > 0) {
    texts.push(`Not in the compilation\n${leftOut.map(({ name, reason }) => `  ${name}: ${reason}\n`).join("")}`);
  }
  return headingLines(heading) + texts.join("\n");
}

/** `"2 insertions, 1 comment; 1 made while tracking was off"` */
export function wordCounts({ untracked, ...counts }: Counts): string {
  const parts = Object.entries(ONE_OF).flatMap(([kind, one]) => {
    const count = counts[kind as keyof typeof ONE_OF];
    return count === 0 ? [] : [`${count} ${one}${count === 1 ? "" : "s"}`];
  });
  if (parts.length === 0) return "no change and no comment";
  return parts.join(", ") + (untracked === 0 ? "" : `; ${untracked} made while tracking was off`);
}

/** `"99.6 % of its paragraphs match the base text"` */
export function wordLikeness(likeness: number): string {
  return `${wordShare(likeness)} of its paragraphs match the base text`;
}

/** A receipt as a delegation reads it; ends with a line break. */
function receiptText({ delegation, file, counts, proof, notCarried, notices, likeness }: Receipt): string {
  const lines = [
    `Receipt for ${delegation.name} (${delegation.code})`,
    `  File        ${file.name}, ${file.bytes} bytes`,
    `  SHA-256     ${file.sha256}`,
    `  Recorded    ${wordCounts(counts)}`,
    `  Likeness    ${wordLikeness(likeness)}`,
    proof.holds
      ? `  Proof       holds: read as ${delegation.code}, the compilation equals the file, word for word (${proof.tokens} words and signs compared)`
      : `  Proof       DOES NOT HOLD: the first difference is at ${proof.firstDifference.citation}`,
    ...notCarried.map(
      ({ text, reason, place }) => `  Not carried, ${place.citation} "${text}": ${wordNotCarried(reason)}`,
    ),
    ...notices.map((notice) => `  Notice      ${wordNotice(notice)}`),
  ];
  return `${lines.join("\n")}\n`;
}

const ONE_OF = {
  insertions: "insertion",
  deletions: "deletion",
  replacements: "replacement",
  moves: "move",
  formatting: "formatting change",
  comments: "comment",
} as const;
