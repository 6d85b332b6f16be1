import { ApiProblem, type ProposedChange } from "@compendium/contract";
import type { ParagraphProposal } from "@compendium/engine";

type Pieces = Extract<ProposedChange, { kind: "replace" }>["paragraphs"][number];
type Written = Extract<ParagraphProposal, { kind: "replace" }>["content"][number];
type WrittenNew = Extract<ParagraphProposal, { kind: "insert-after" }>["content"][number];

/** A proposal made in the browser, as the engine takes it. */
export function paragraphProposal(
  story: string,
  paragraph: number,
  change: ProposedChange,
  reason: string,
): ParagraphProposal {
  const about = { story, paragraph, ...(reason === "" ? {} : { reason }) };
  switch (change.kind) {
    case "delete":
      return { ...about, kind: "delete" };
    case "replace":
      return { ...about, kind: "replace", content: oneOrMore(change.paragraphs.map(written)) };
    case "insert after":
      return { ...about, kind: "insert-after", content: oneOrMore(change.paragraphs.map(writtenNew)) };
  }
}

function written(pieces: Pieces): Written {
  return pieces.map((piece) =>
    "atom" in piece
      ? { kind: "kept", at: piece.atom }
      : { kind: "text", text: piece.text, emphasis: piece.emphasis as "" | "b" },
  );
}

function writtenNew(pieces: Pieces): WrittenNew {
  return pieces.map((piece) => {
    if ("atom" in piece) throw new ApiProblem("not-valid", "A new paragraph has nothing in it that stands elsewhere.");
    return { kind: "text", text: piece.text, emphasis: piece.emphasis as "" | "b" };
  });
}

function oneOrMore<Item>(items: readonly Item[]): readonly [Item, ...Item[]] {
  const [first, ...rest] = items;
  if (first === undefined) throw new RangeError("A proposal has one paragraph or more.");
  return [first, ...rest];
}
