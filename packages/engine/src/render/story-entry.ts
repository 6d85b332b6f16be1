import { placesOf } from "../consolidate/outline.ts";
import type { CompiledStory, FormatProposal, Passage, Proposal, Sponsor } from "../model/compilation.ts";
import { permanentIds } from "../model/permanent-ids.ts";
import type { Edit } from "../model/submission.ts";
import type { Block, Paragraph, Story, Token } from "../model/text.ts";
import type {
  BlockEntry,
  FormattingEntry,
  ParagraphEntry,
  PassageEntry,
  ProposalEntry,
  SponsorEntry,
  StoryEntry,
} from "./compilation-document.ts";
import { emphasisOf } from "./emphasis.ts";
import { describeFormatChange } from "./format-change.ts";
import { redlineOf } from "./redline.ts";
import { shownText } from "./shown-text.ts";

/** One story of a compilation as plain JSON: its blocks, and what is proposed for it. */
export function storyEntry({ story, passages, formatting }: CompiledStory, names: boolean): StoryEntry {
  return {
    id: story.id,
    kind: story.kind,
    blocks: blockEntries(story),
    passages: passages.map((passage) => passageEntry(story, passage, names)),
    formatting: formatting.map((proposal) => formattingEntry(story, proposal, names)),
  };
}

function blockEntries(story: Story): BlockEntry[] {
  const placeOf = placesOf(story);
  const ids = permanentIds(story.blocks);
  const entryOf = (block: Block, from: number): BlockEntry =>
    block.kind === "paragraph"
      ? paragraphEntry(block, ids.get(block) ?? null, from, placeOf(from).citation)
      : { kind: block.kind, from, to: from + block.length, blocks: entriesOf(block.children, from + 1) };
  const entriesOf = (blocks: readonly Block[], from: number): BlockEntry[] => {
    let at = from;
    return blocks.map((block) => {
      const entry = entryOf(block, at);
      at += block.length;
      return entry;
    });
  };
  return entriesOf(story.blocks, 0);
}

function paragraphEntry(
  { tokens, label, headingLevel, isTitle }: Paragraph,
  id: string | null,
  from: number,
  citation: string,
): ParagraphEntry {
  const emphasis = tokens.map(emphasisOf);
  const atoms = tokens.flatMap(({ kind }, i) => (kind === "atom" ? [from + i] : []));
  const inner = tokens.flatMap(({ stories }, i) =>
    stories.length === 0 ? [] : [[from + i, stories.map((story) => story.id)] as const],
  );
  return {
    kind: "paragraph",
    ...(id === null ? {} : { id }),
    from,
    words: tokens.map(({ text }) => text),
    ...(emphasis.some((signs) => signs !== "") ? { emphasis } : {}),
    ...(atoms.length > 0 ? { atoms } : {}),
    ...(inner.length > 0 ? { inner: Object.fromEntries(inner) } : {}),
    label,
    headingLevel,
    ...(isTitle ? { isTitle } : {}),
    citation,
  };
}

function passageEntry(story: Story, { id, fromA, toA, place, proposals }: Passage, names: boolean): PassageEntry {
  return {
    id,
    from: fromA,
    to: toA,
    citation: place.citation,
    headings: place.headings,
    base: shownText(story.tokens.slice(fromA, toA)),
    proposals: proposals.map((proposal) => proposalEntry(story, fromA, toA, proposal, names)),
  };
}

function proposalEntry(story: Story, fromA: number, toA: number, proposal: Proposal, names: boolean): ProposalEntry {
  const edits = proposal.variants[0]?.edits ?? [];
  const inner = edits.flatMap(({ inserted }) => innerTexts(inserted));
  const structure = structureIn(story, edits);
  return {
    sponsors: proposal.sponsors.map((sponsor) => sponsorEntry(sponsor, names)),
    wording: shownText(proposal.wording),
    redline: redlineOf(story.tokens, fromA, toA, edits),
    ...(inner.length > 0 ? { inner } : {}),
    ...(structure.deleted.length + structure.inserted.length > 0 ? { structure } : {}),
    nearIdenticalTo: proposal.nearIdenticalTo,
  };
}

/** Texts of the text boxes that hang on tokens, each with its own inside it after it. */
function innerTexts(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ stories }) =>
    stories.flatMap(({ kind, tokens: inner }) => [
      ...(kind === "textbox" ? [shownText(inner)] : []),
      ...innerTexts(inner),
    ]),
  );
}

function structureIn(story: Story, edits: readonly Edit[]): { deleted: string[]; inserted: string[] } {
  return {
    deleted: edits.flatMap(({ fromA, toA }) => structureNames(story.tokens.slice(fromA, toA))),
    inserted: edits.flatMap(({ inserted }) => structureNames(inserted)),
  };
}

/** What opens, by name; what closes without having opened here as the end of it. */
function structureNames(tokens: readonly Token[]): string[] {
  const names: string[] = [];
  const open: string[] = [];
  for (const { kind, wording } of tokens) {
    if (kind !== "open" && kind !== "close") continue;
    const tag = /^<\/?(\w+)/.exec(wording)?.[1] ?? "";
    const name = tag === "group" ? "content control" : tag;
    if (kind === "open") {
      open.push(name);
      names.push(name);
    } else if (open.at(-1) === name) open.pop();
    else names.push(`end of ${name}`);
  }
  return names;
}

function sponsorEntry({ delegation, tracked, by, movedTo, movedFrom }: Sponsor, names: boolean): SponsorEntry {
  return {
    delegation,
    tracked,
    ...(names ? { by: by.map(({ author, date }) => ({ author, date })) } : {}),
    ...(movedTo === null ? {} : { movedTo }),
    ...(movedFrom === null ? {} : { movedFrom }),
  };
}

function formattingEntry(story: Story, proposal: FormatProposal, names: boolean): FormattingEntry {
  const { fromA, toA, place, sponsors, tokens } = proposal;
  return {
    from: fromA,
    to: toA,
    citation: place.citation,
    text: shownText(story.tokens.slice(fromA, toA)),
    change: describeFormatChange(story.tokens[fromA]?.format ?? "", tokens[0]?.format ?? ""),
    sponsors: sponsors.map((sponsor) => sponsorEntry(sponsor, names)),
  };
}
