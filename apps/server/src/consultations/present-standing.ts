import type { Standing, StandingEnd } from "@compendium/contract";
import type {
  CommentEntry,
  CompilationDocument,
  PassageEntry,
  ProposalEntry,
  SponsorEntry,
  StoryEntry,
} from "@compendium/engine";
import { surroundingsOf } from "./compiling/surroundings.ts";

type Facts = Omit<Standing, "compilation">;

/** Everything of a delegation in a compilation: what it proposed, why, who proposes the same, and what stands beside it. */
export function presentStanding(document: CompilationDocument, delegation: string): Facts {
  const own = document.comments.filter((comment) => comment.delegation === delegation);
  const reasons = new Set<CommentEntry>();
  const ends = document.stories.flatMap((story) =>
    story.passages.flatMap((passage): OwnEnd[] => {
      const found = ownIn(passage, delegation);
      if (found === null) return [];
      const why = own.filter((comment) => !reasons.has(comment) && isReason(comment, story, passage));
      for (const comment of why) reasons.add(comment);
      const around = surroundingsOf(story, passage);
      return [{ ...found, view: { ...presentEnd(passage, found, delegation, why), ...around } }];
    }),
  );
  return {
    proposals: withMoves(ends),
    formatting: document.stories
      .flatMap(({ formatting }) => formatting)
      .filter(({ sponsors }) => codesOf(sponsors).includes(delegation))
      .map(({ citation, text, change, sponsors }) => ({
        citation,
        text,
        change,
        with: codesOf(sponsors).filter((code) => code !== delegation),
      })),
    comments: own
      .filter((comment) => !reasons.has(comment))
      .map(({ passage, citation, about, paragraphs }) => ({ passage, citation, about, paragraphs: [...paragraphs] })),
  };
}

interface OwnProposal {
  readonly proposal: ProposalEntry;
  readonly sponsor: SponsorEntry;
}

interface OwnEnd extends OwnProposal {
  readonly view: StandingEnd;
}

function ownIn({ proposals }: PassageEntry, delegation: string): OwnProposal | null {
  for (const proposal of proposals) {
    const sponsor = proposal.sponsors.find((each) => each.delegation === delegation);
    if (sponsor !== undefined) return { proposal, sponsor };
  }
  return null;
}

function presentEnd(
  { id, citation, base, proposals }: PassageEntry,
  { proposal }: OwnProposal,
  delegation: string,
  reasons: readonly CommentEntry[],
): Omit<StandingEnd, "before" | "after"> {
  return {
    passage: id,
    citation,
    base,
    wording: proposal.wording,
    redline: [...proposal.redline],
    with: codesOf(proposal.sponsors).filter((code) => code !== delegation),
    rivals: proposals
      .filter((each) => each !== proposal)
      .map(({ wording, sponsors }) => ({ wording, delegations: [...codesOf(sponsors)] })),
    reasons: reasons.map(({ paragraphs }) => paragraphs.join("\n")),
  };
}

/** A comment names the first passage that it touches, which can be another delegation's; it stands with one's own. */
function isReason(comment: CommentEntry, { id }: StoryEntry, passage: PassageEntry): boolean {
  if (comment.passage === passage.id) return true;
  return comment.story === id && comment.from < passage.to && passage.from < comment.to;
}

/** The two ends of a move are one proposal, told where the words were. */
function withMoves(ends: readonly OwnEnd[]): Standing["proposals"] {
  const at = new Map(ends.map((end) => [end.view.passage, end]));
  const newPlace = ({ view, sponsor: { movedTo } }: OwnEnd): OwnEnd | null => {
    const other = movedTo === undefined ? undefined : at.get(movedTo);
    const isItsEnd = other?.sponsor.movedFrom === view.passage && other.sponsor.movedTo === undefined;
    return other !== undefined && isItsEnd ? other : null;
  };
  const told = new Set(ends.map(newPlace));
  return ends.filter((end) => !told.has(end)).map((end) => ({ ...end.view, movedTo: newPlace(end)?.view ?? null }));
}

function codesOf(sponsors: readonly SponsorEntry[]): readonly string[] {
  return sponsors.map(({ delegation }) => delegation);
}
