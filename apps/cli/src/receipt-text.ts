import { type Counts, type Receipt, wordNotCarried, wordNotice } from "@compendium/engine";

/** All receipts, with an empty line between. */
export function receiptsText(receipts: readonly Receipt[]): string {
  return receipts.map(receiptText).join("\n");
}

/** `"2 insertions, 1 comment; 1 of them untracked"` */
export function countsText({ untracked, ...counts }: Counts): string {
  const parts = Object.entries(ONE_OF).flatMap(([kind, one]) => {
    const count = counts[kind as keyof typeof ONE_OF];
    return count === 0 ? [] : [counted(count, one)];
  });
  if (parts.length === 0) return "no change and no comment";
  return parts.join(", ") + (untracked === 0 ? "" : `; ${untracked} made while tracking was off`);
}

/** `"1 comment"`, `"2 comments"` */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** A receipt as a delegation reads it; ends with a line break. */
function receiptText({ delegation, file, counts, proof, notCarried, notices, likeness }: Receipt): string {
  const lines = [
    `Receipt for ${delegation.name} (${delegation.code})`,
    `  File        ${file.name}, ${file.bytes} bytes`,
    `  SHA-256     ${file.sha256}`,
    `  Recorded    ${countsText(counts)}`,
    `  Likeness    ${Math.round(likeness * 100)} of 100 paragraphs match the base text`,
    proof.holds
      ? `  Proof       holds: read as ${delegation.code}, the compilation equals the file, word for word (${proof.tokens} tokens compared)`
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
