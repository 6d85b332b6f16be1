import type { Compilation, FormatProposal, Passage, PlacedComment, Proposal } from "../model/compilation.ts";
import type { Delegation, DelegationCode } from "../model/delegation.ts";
import type { AnchorEnd, Edit } from "../model/submission.ts";
import type { Story, StoryId } from "../model/text.ts";
import { describeFormatChange } from "../render/format-change.ts";
import { shownText } from "../render/shown-text.ts";
import { byOne } from "../render/tracked/authorship.ts";
import { type Untrackable, writeTracked } from "../render/tracked/render-tracked.ts";
import { placeOfUntrackable } from "../render/word-untrackable.ts";
import type { BaseText } from "../submission/base-text.ts";
import { MovedPositions } from "./moved-positions.ts";
import type { SettledStory } from "./settle-story.ts";

/** What a delegation has still open, as its marked-up copy of the next draft. */
export interface CarriedFile {
  readonly delegation: Delegation;
  readonly bytes: Uint8Array;
}

/** A proposal or a comment that is not carried to the next draft. */
export interface NotCarriedOn {
  /** The passage; `null` for a change of formatting, and for a comment on text that nobody changes. */
  readonly passage: string | null;
  readonly delegation: DelegationCode;
  readonly what: "wording" | "formatting" | "comment";
  /** It has no place any more in the next draft, or no tracked change of Word holds it there. */
  readonly why: "no-place" | "untrackable";
  /** Its place in the base; in the next draft, if it is there and cannot be tracked. */
  readonly citation: string;
  /** The proposed words; of a change of formatting, the words that it is for; of a comment, its paragraphs on lines. */
  readonly text: string;
  /** The new look in plain words; `""` for what is none. */
  readonly change: string;
}

export interface CarriedProposals {
  /** One for each delegation that has something open, in the order of the delegations list. */
  readonly files: readonly CarriedFile[];
  /** In the order of the text. */
  readonly fallen: readonly NotCarriedOn[];
}

/**
 * Takes everything on which nothing was decided to its new place: proposals for passages that are open, changes of
 * formatting, and comments on either and on text that stays. `next` is the clean file of the redraft, read as it will be
 * circulated; `settled` is the redraft's. Proposals in brackets are not carried: they are the text now.
 */
export function carryProposals(
  compilation: Compilation,
  settled: readonly SettledStory[],
  next: BaseText,
): CarriedProposals {
  const stories = placeStories(settled, next);
  const fallen: NotCarriedOn[] = [];
  const files = compilation.delegations.flatMap((delegation): CarriedFile[] => {
    const carrier = new Carrier(compilation, settled, stories, delegation.code);
    const carried = carrier.carry();
    fallen.push(...carrier.fallen);
    if (
      carried.comments.length === 0
      && carried.stories.every((each) => each.passages.length + each.formatting.length === 0)
    ) {
      return [];
    }
    const complete = {
      ...carried,
      stories: next.stories.map(
        (story) => carried.stories.find((each) => each.story === story) ?? { story, passages: [], formatting: [] },
      ),
    };
    const { bytes, untrackable } = writeTracked(
      next,
      complete,
      byOne({ author: delegation.name, initials: delegation.code }),
    );
    fallen.push(...untrackable.map((one) => notTracked(one, complete, delegation.code)));
    return [{ delegation, bytes }];
  });
  return { files, fallen };
}

/** What is carried and stands in the next draft, where Word cannot track it. */
function notTracked(
  { story: id, at, what }: Untrackable,
  carried: Compilation,
  delegation: DelegationCode,
): NotCarriedOn {
  const compiled = carried.stories.find(({ story }) => story.id === id);
  const isThere = ({ fromA, toA }: { readonly fromA: number; readonly toA: number }): boolean =>
    fromA <= at && at <= toA;
  const passage = what === "wording" ? compiled?.passages.find(isThere) : undefined;
  const look = what === "formatting" ? compiled?.formatting.find(isThere) : undefined;
  return {
    passage: passage?.id ?? null,
    delegation,
    what,
    why: "untrackable",
    citation: placeOfUntrackable({ story: id, at }, carried),
    text: shownText(passage?.proposals[0]?.wording ?? look?.tokens ?? []),
    change: look === undefined || compiled === undefined ? "" : changeOf(look, compiled.story),
  };
}

function changeOf({ fromA, tokens }: FormatProposal, { tokens: base }: Story): string {
  return describeFormatChange(base[fromA]?.format ?? "", tokens[0]?.format ?? "");
}

interface PlacedStory {
  readonly next: Story;
  readonly moved: MovedPositions;
}

/** The stories of the next draft by those of the base: notes are numbered anew where one before them is gone or new. */
function placeStories(settled: readonly SettledStory[], next: BaseText): ReadonlyMap<StoryId, PlacedStory> {
  const placed = new Map<StoryId, PlacedStory>();
  const place = (id: StoryId, story: Story): void => {
    const own = settled.find((each) => each.story.id === id);
    if (own === undefined || placed.has(id)) return;
    const moved = new MovedPositions(own, story);
    placed.set(id, { next: story, moved });
    for (const [at, token] of own.story.tokens.entries()) {
      if (token.stories.length === 0) continue;
      const range = moved.range(at, at + 1);
      const holder = range === null ? undefined : story.tokens[range[0]];
      for (const [i, inner] of token.stories.entries()) {
        const there = holder?.stories[i];
        if (there !== undefined) place(inner.id, next.stories.find(({ id: other }) => other === there.id) ?? there);
      }
    }
  };
  for (const { story } of settled) {
    const same = next.stories.find(({ id }) => id === story.id);
    if (same !== undefined && (story.kind === "body" || story.kind === "header" || story.kind === "footer")) {
      place(story.id, same);
    }
  }
  return placed;
}

class Carrier {
  readonly #compilation: Compilation;
  readonly #settled: readonly SettledStory[];
  readonly #stories: ReadonlyMap<StoryId, PlacedStory>;
  readonly #code: DelegationCode;
  readonly fallen: NotCarriedOn[] = [];

  constructor(
    compilation: Compilation,
    settled: readonly SettledStory[],
    stories: ReadonlyMap<StoryId, PlacedStory>,
    code: DelegationCode,
  ) {
    this.#compilation = compilation;
    this.#settled = settled;
    this.#stories = stories;
    this.#code = code;
  }

  carry(): Compilation {
    const stories = this.#compilation.stories.flatMap((compiled, i) => {
      const placed = this.#stories.get(compiled.story.id);
      const { open } = this.#settled[i] as SettledStory;
      const passages = open.flatMap((passage) => this.#passage(passage, placed));
      const formatting = compiled.formatting.flatMap((look) => this.#look(look, compiled.story, placed));
      return placed === undefined ? [] : [{ story: placed.next, passages, formatting }];
    });
    const comments = this.#compilation.comments.flatMap((comment) => this.#comment(comment));
    const { delegations, sources } = this.#compilation;
    return { delegations, stories, comments, receipts: [], notices: [], sources };
  }

  #passage(passage: Passage, placed: PlacedStory | undefined): Passage[] {
    const proposal = passage.proposals.find(({ sponsors }) =>
      sponsors.some(({ delegation }) => delegation === this.#code),
    );
    if (proposal === undefined) return [];
    const range = placed?.moved.range(passage.fromA, passage.toA) ?? null;
    if (range === null) {
      return this.#fall({ passage: passage.id, what: "wording", ...passage.place, text: shownText(proposal.wording) });
    }
    const [fromA, toA] = range;
    return [{ ...passage, fromA, toA, proposals: [this.#own(proposal, fromA - passage.fromA)] }];
  }

  /** The proposal as this delegation made it, so many tokens further on. */
  #own({ sponsors, wording, variants }: Proposal, by: number): Proposal {
    const moved = (edit: Edit): Edit => ({ ...edit, fromA: edit.fromA + by, toA: edit.toA + by });
    const edits = variants.flatMap(({ delegations, editsOfEach }) =>
      (editsOfEach[delegations.indexOf(this.#code)] ?? []).map(moved),
    );
    return {
      sponsors: sponsors.filter(({ delegation }) => delegation === this.#code),
      wording,
      variants: [{ delegations: [this.#code], edits, editsOfEach: [edits] }],
      nearIdenticalTo: [],
    };
  }

  #look(look: FormatProposal, story: Story, placed: PlacedStory | undefined): FormatProposal[] {
    if (!look.sponsors.some(({ delegation }) => delegation === this.#code)) return [];
    const range = placed?.moved.range(look.fromA, look.toA) ?? null;
    if (range === null) {
      const text = shownText(look.tokens);
      return this.#fall({ passage: null, what: "formatting", ...look.place, text, change: changeOf(look, story) });
    }
    // The looks are of the first one's file.
    return [{ ...look, fromA: range[0], toA: range[1], sponsors: look.sponsors.slice(0, 1) }];
  }

  #comment(placed: PlacedComment): PlacedComment[] {
    const { delegation, comment, passage, place } = placed;
    if (delegation !== this.#code) return [];
    const at = this.#stories.get(comment.story);
    // A comment on what is decided has done its work; it stands in the compilation.
    if (passage !== null && !this.#isOpen(passage)) return [];
    const end = ({ gap, inserted }: AnchorEnd): AnchorEnd | null => {
      const moved = at?.moved.gap(gap) ?? null;
      return moved === null ? null : { gap: moved, inserted };
    };
    const from = end(comment.from);
    const to = end(comment.to);
    if (at === undefined || from === null || to === null) {
      return this.#fall({ passage, what: "comment", ...place, text: comment.paragraphs.join("\n") });
    }
    return [{ ...placed, comment: { ...comment, story: at.next.id, from, to } }];
  }

  #isOpen(passage: string): boolean {
    return this.#settled.some(({ open }) => open.some(({ id }) => id === passage));
  }

  #fall({
    passage,
    what,
    citation,
    text,
    change = "",
  }: Pick<NotCarriedOn, "passage" | "what" | "citation" | "text"> & Partial<Pick<NotCarriedOn, "change">>): [] {
    this.fallen.push({ passage, delegation: this.#code, what, why: "no-place", citation, text, change });
    return [];
  }
}
