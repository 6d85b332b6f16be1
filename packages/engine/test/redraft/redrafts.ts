import { seeded } from "../../../../fixtures/generated/random.ts";
import {
  type BaseText,
  type Compilation,
  carryProposals,
  consolidate,
  type NotCarriedOn,
  type PassageDecision,
  type PassageDecisions,
  type Redraft,
  readBase,
  readSubmission,
  writeRedraft,
} from "../../src/index.ts";
import { textOf } from "../../src/model/text.ts";
import { open } from "../laws/compile-files.ts";

const OPTIONS = {
  author: "Chair",
  initials: "CH",
  date: "2026-03-02T09:00:00Z",
  namesInBrackets: true,
  changesBy: "author",
} as const;

export function redraft(base: BaseText, compilation: Compilation, decisions: PassageDecisions): Redraft {
  return writeRedraft(base, compilation, decisions, OPTIONS);
}

/** What every story of a file says, as its reader has it with all its changes accepted or rejected. */
export function wordsOf(bytes: Uint8Array, verdict: "accept" | "reject" = "accept"): readonly string[] {
  // By kind, in the order of the text: a note is the same by whatever number.
  return readBase(open(bytes), verdict).stories.map(({ kind, tokens }) => `${kind}: ${textOf(tokens)}`);
}

/** Decides on some passages in some way, the same ones for the same seed. */
export function randomDecisions(compilation: Compilation, seed: number): PassageDecisions {
  const random = seeded(seed);
  const decisions = new Map<string, PassageDecision>();
  for (const { story, passages } of compilation.stories) {
    for (const { id, fromA, toA, proposals } of passages) {
      // Both ends of a move are decided together, or neither.
      if (proposals.some(({ sponsors }) => sponsors.some(({ movedTo, movedFrom }) => movedTo ?? movedFrom))) continue;
      const base = story.tokens.slice(fromA, toA);
      const isTyped =
        base.every((token) => token.kind === "word" || token.kind === "mark")
        && proposals.every(({ wording }) => wording.every((token) => token.kind !== "open" && token.kind !== "close"));
      const kinds = ["open", "as in the base", "as proposed", "in brackets", ...(isTyped ? ["as amended"] : [])];
      const kind = kinds[random.below(kinds.length)];
      if (kind === "as proposed") decisions.set(id, { kind, proposal: random.below(proposals.length) });
      else if (kind === "as amended") decisions.set(id, { kind, words: "words agreed in the room" });
      else if (kind === "in brackets" || kind === "as in the base") decisions.set(id, { kind });
    }
  }
  return decisions;
}

/** Decides that every passage is as one delegation has it: as it proposes, or as in the base. */
export function asProposedBy(compilation: Compilation, code: string): PassageDecisions {
  const decisions = new Map<string, PassageDecision>();
  for (const { id, proposals } of compilation.stories.flatMap(({ passages }) => passages)) {
    const proposal = proposals.findIndex(({ sponsors }) => sponsors.some(({ delegation }) => delegation === code));
    decisions.set(id, proposal < 0 ? { kind: "as in the base" } : { kind: "as proposed", proposal });
  }
  return decisions;
}

export interface NextRound {
  readonly base: BaseText;
  readonly compilation: Compilation;
  readonly fallen: readonly NotCarriedOn[];
}

/** The next draft with what is carried to it, compiled anew. */
export function nextRound(compilation: Compilation, { clean, settled }: Redraft): NextRound {
  const base = readBase(open(clean));
  const { files, fallen } = carryProposals(compilation, settled, base);
  const sent = files.map(({ delegation, bytes }) => ({ code: delegation.code, bytes }));
  const submissions = sent.map(({ code, bytes }) =>
    readSubmission(base, open(bytes), { code, name: code }, { name: code, sha256: "", bytes: bytes.length }),
  );
  return { base, compilation: consolidate(base, submissions, compilation.delegations), fallen };
}
