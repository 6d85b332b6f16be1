import { typeWording } from "../authoring/typed-wording.ts";
import { applyEdits } from "../model/apply-edits.ts";
import type { CompiledStory, Passage, Proposal, Sponsor } from "../model/compilation.ts";
import type { Attribution, Edit } from "../model/submission.ts";
import { type Story, sameWording, type Token } from "../model/text.ts";
import { asPassages, EDITOR } from "../render/rolling/as-passages.ts";
import { type Addition, type ComposeContext, composeStory } from "../render/rolling/compose-story.ts";
import type { BaseText } from "../submission/base-text.ts";
import type { FallReason, PassageDecision, PassageDecisions, ProposalFate } from "./passage-decision.ts";

/** What decisions make of one story of the base text. */
export interface SettledStory {
  readonly story: Story;
  /** What changes, as proposals that the writer of tracked files takes; in the order of the text. */
  readonly changes: readonly SettledChange[];
  /** Passages on which nothing is decided. */
  readonly open: readonly Passage[];
  readonly fates: readonly ProposalFate[];
  /** What the next draft says in place of each passage, by its id; `null` where it stands in brackets. */
  readonly wordings: ReadonlyMap<string, readonly Token[] | null>;
  /** Notes of the editor for which brackets have no place. */
  readonly leftOver: readonly string[];
}

export interface SettledChange extends Passage {
  /** True for brackets that open a passage: what is inserted before it comes before them. */
  readonly opens: boolean;
}

export interface SettleContext extends ComposeContext {
  readonly text: BaseText;
  readonly decisions: PassageDecisions;
  /** Under whose name and when words come into the draft that are no delegation's. */
  readonly by: Attribution;
}

/** Settles a story; of one whose place in the text is taken out, nothing is left. */
export function settleStory(compiled: CompiledStory, isGone: boolean, context: SettleContext): SettledStory {
  const { story, passages } = compiled;
  if (isGone) {
    return {
      story,
      changes: [],
      open: [],
      fates: passages.flatMap((passage) => fatesOf(passage, fallen("place-gone"))),
      wordings: new Map(),
      leftOver: [],
    };
  }
  const decided = passages.map((passage) => ({ passage, decision: context.decisions.get(passage.id) ?? null }));
  const bracketed = decided.filter(({ decision }) => decision?.kind === "in brackets").map(({ passage }) => passage);
  const { additions, leftOver } = composeStory({ ...compiled, passages: bracketed, formatting: [] }, context);
  const settled = decided.map(({ passage, decision }) => settle(compiled, passage, decision, context));
  const edited = settled.flatMap(({ change }) => (change === null ? [] : [change]));
  return {
    story,
    changes: inOrder(edited, asPassages(compiled, additions), additions),
    open: decided.filter(({ decision }) => decision === null).map(({ passage }) => passage),
    fates: settled.flatMap(({ fates }) => fates),
    wordings: new Map(passages.map(({ id }, i) => [id, settled[i]?.wording ?? null])),
    leftOver,
  };
}

interface SettledPassage {
  readonly change: Passage | null;
  /** `null` in brackets. */
  readonly wording: readonly Token[] | null;
  readonly fates: readonly ProposalFate[];
}

function settle(
  compiled: CompiledStory,
  passage: Passage,
  decision: PassageDecision | null,
  { text, by }: SettleContext,
): SettledPassage {
  const base = compiled.story.tokens.slice(passage.fromA, passage.toA);
  switch (decision?.kind) {
    case undefined:
      return { change: null, wording: base, fates: fatesOf(passage, () => ({ became: "carried", reason: null })) };
    case "in brackets":
      return { change: null, wording: null, fates: fatesOf(passage, () => ({ became: "bracketed", reason: null })) };
    case "as in the base":
      return { change: null, wording: base, fates: fatesOf(passage, fallen("base-kept")) };
    case "as proposed": {
      const proposal = passage.proposals[decision.proposal];
      if (proposal === undefined) throw new RangeError(`${passage.id} has no proposal ${decision.proposal}`);
      return {
        change: { ...passage, proposals: [inOneLook(proposal, by)] },
        wording: proposal.wording,
        fates: fatesOf(passage, (each) =>
          each === proposal ? { became: "adopted", reason: null } : fallen("other-adopted")(),
        ),
      };
    }
    case "as amended": {
      const edits = typeWording(compiled, passage, decision.words, text.file.identifiers);
      const wording = applyEdits(compiled.story.tokens, edits, [], passage.fromA, passage.toA);
      return {
        change: edits.length === 0 ? null : { ...passage, proposals: [typedProposal(wording, edits, by)] },
        wording,
        fates: fatesOf(passage, (each) =>
          sameWording(each.wording, wording) ? { became: "adopted", reason: null } : fallen("amended")(),
        ),
      };
    }
  }
}

type Became = Pick<ProposalFate, "became" | "reason">;

function fatesOf(passage: Passage, fateOf: (proposal: Proposal) => Became): ProposalFate[] {
  return passage.proposals.map((each, proposal) => ({ passage: passage.id, proposal, ...fateOf(each) }));
}

function fallen(reason: FallReason): () => Became {
  return () => ({ became: "fallen", reason });
}

/** The wording in the look of the first who propose it, in the name of all. Persons behind it are no part of a draft. */
function inOneLook({ sponsors, wording, variants, nearIdenticalTo }: Proposal, by: Attribution): Proposal {
  const edits = variants[0]?.edits ?? [];
  const delegations = sponsors.map(({ delegation }) => delegation);
  return {
    sponsors: sponsors.map((sponsor): Sponsor => ({ ...sponsor, by: [by] })),
    wording,
    variants: [{ delegations, edits, editsOfEach: delegations.map(() => edits) }],
    nearIdenticalTo,
  };
}

function typedProposal(wording: readonly Token[], edits: readonly Edit[], by: Attribution): Proposal {
  const sponsor = { delegation: EDITOR, tracked: true, by: [by], movedTo: null, movedFrom: null };
  const variants = [{ delegations: [EDITOR], edits, editsOfEach: [edits] }];
  return { sponsors: [sponsor], wording, variants, nearIdenticalTo: [] };
}

/**
 * Edits and brackets as they stand in the text. At one gap the bracket that closes comes first, then what is inserted
 * there, then what begins there: an insertion at the beginning of a passage came before it.
 */
function inOrder(
  edited: readonly Passage[],
  brackets: readonly Passage[],
  additions: readonly Addition[],
): SettledChange[] {
  const shared = new Set(additions.map(({ gap }) => gap));
  const all = [
    ...edited.map((passage) => ({
      change: { ...pinnedAt(passage, shared), opens: false },
      rank: isInsertion(passage) ? 1 : 2,
    })),
    ...brackets.map((bracket, i) => {
      const about = additions[i]?.passage;
      const rank = !about || bracket.fromA > about.fromA ? 0 : isInsertion(about) ? 1 : 2;
      return { change: { ...bracket, opens: rank === 2 }, rank };
    }),
  ];
  return all.sort((x, y) => x.change.fromA - y.change.fromA || x.rank - y.rank).map(({ change }) => change);
}

function isInsertion({ fromA, toA }: Passage): boolean {
  return fromA === toA;
}

/** Told as one end of a move, an insertion stays at its gap, and so in its order among brackets. */
function pinnedAt(passage: Passage, gaps: ReadonlySet<number>): Passage {
  if (passage.fromA !== passage.toA || !gaps.has(passage.fromA)) return passage;
  const pinned = (edit: Edit): Edit => ({ ...edit, move: edit.move ?? EDITOR });
  return {
    ...passage,
    proposals: passage.proposals.map((proposal) => ({
      ...proposal,
      variants: proposal.variants.map((variant) => ({ ...variant, edits: variant.edits.map(pinned) })),
    })),
  };
}
