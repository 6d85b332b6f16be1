import type { Random } from "../../../../fixtures/generated/random.ts";
import type {
  BaseText,
  Emphasis,
  NewParagraph,
  OneOrMore,
  ParagraphContent,
  ParagraphProposal,
  TypedText,
} from "../../src/index.ts";
import { type ShownParagraph, shownParagraphs } from "./shown-content.ts";

/** Proposals for a share of the paragraphs, a third if it is left out: words anew, split, deleted, inserted behind, with reasons and without. */
export function randomProposals(random: Random, base: BaseText, share = 0.35): ParagraphProposal[] {
  return random.shuffled(
    shownParagraphs(base).flatMap((shown) => {
      if (!random.chance(share)) return [];
      const place = { story: shown.story, paragraph: shown.from };
      const behind: ParagraphProposal = {
        ...place,
        kind: "insert-after",
        content: oneOrTwo(random, () => newParagraph(random)),
        ...reason(random),
      };
      const change: ParagraphProposal = random.chance(0.3)
        ? { ...place, kind: "delete", ...reason(random) }
        : { ...place, kind: "replace", content: reworded(random, shown), ...reason(random) };
      return random.chance(0.2) ? [behind] : random.chance(0.2) ? [change, behind] : [change];
    }),
  );
}

function reworded(random: Random, { content }: ShownParagraph): OneOrMore<ParagraphContent> {
  const pieces = content.flatMap((piece): ParagraphContent => {
    if (piece.kind === "kept") return random.chance(0.15) ? [] : [piece];
    if (random.chance(0.75)) return [piece];
    if (random.chance(0.3)) return [];
    if (random.chance(0.4)) return [piece, typed(random)];
    return random.chance(0.5) ? [{ ...piece, emphasis: random.pick(EMPHASES) }] : [typed(random)];
  });
  const order = random.chance(0.1) ? random.shuffled(pieces) : pieces;
  const cut = random.chance(0.15) ? random.below(order.length + 1) : null;
  return cut === null ? [order] : [order.slice(0, cut), order.slice(cut)];
}

function newParagraph(random: Random): NewParagraph {
  return Array.from({ length: random.below(6) }, () => typed(random));
}

function typed(random: Random): TypedText {
  return { kind: "text", text: random.pick(TEXTS), emphasis: random.chance(0.8) ? "" : random.pick(EMPHASES) };
}

function reason(random: Random): { readonly reason?: string } {
  return random.chance(0.3) ? { reason: random.pick(["Clearer.", "As in 2016.\nSee the annex.", "a < b & c"]) } : {};
}

function oneOrTwo<Item>(random: Random, make: () => Item): OneOrMore<Item> {
  return random.chance(0.7) ? [make()] : [make(), make()];
}

const EMPHASES: readonly Emphasis[] = ["", "b", "i", "bi", "u", "s", "bius"];
const TEXTS: readonly string[] = [
  "States ",
  "shall ",
  "effectively, ",
  "re",
  "port.",
  "\t",
  "\v",
  " ",
  "non\u2011binding ",
  "1,540 ",
  "نص ",
  "安理会",
  "<&>",
  "🕊️ ",
  "“quoted” ",
];
