import type {
  CommentEntry,
  CompilationDocument,
  FormattingEntry,
  PassageEntry,
  SponsorEntry,
  StoryEntry,
} from "@compendium/engine";
import { elementId, passageElement } from "../passage-element.ts";

/**
 * A place of the text at which there is something to read in the card: a passage, a change of formatting, or comments
 * on text that nobody changes.
 */
export type Stop = PassageStop | FormattingStop | CommentStop;

export interface PassageStop extends StopPlace {
  readonly kind: "passage";
  readonly passage: PassageEntry;
}

export interface FormattingStop extends StopPlace {
  readonly kind: "formatting";
  /** One look for each proposal; they share their words. */
  readonly proposals: readonly FormattingEntry[];
  /** Citations of all places with the same change, such as the width of each cell in a column. */
  readonly places: readonly string[];
}

export interface CommentStop extends StopPlace {
  readonly kind: "comments";
}

interface StopPlace {
  /** Unique in the compilation, and fit for the id of an element. */
  readonly id: string;
  readonly story: string;
  /** Base positions in the story, half-open. */
  readonly from: number;
  readonly to: number;
  readonly citation: string;
  /** Everyone who proposes or comments here, in the order of the delegations list. */
  readonly codes: readonly string[];
  /** Two or more wordings stand side by side. */
  readonly contested: boolean;
  /** Those of `codes` that made their proposal here while tracking was off. */
  readonly untracked: readonly string[];
  /** Two of the wordings differ only in spacing, quotation marks or capitals. */
  readonly nearIdentical: boolean;
  /** Comments that touch the place; an answer follows what it answers. */
  readonly comments: readonly CommentEntry[];
}

/** All stops of a compilation, story after story, in the order of the text. */
export function stopsOf(compilation: CompilationDocument): readonly Stop[] {
  const order = compilation.delegations.map(({ code }) => code);
  return compilation.stories.flatMap((story) => {
    const comments = compilation.comments.filter((comment) => comment.story === story.id);
    const stops = [
      ...story.passages.map((passage) => passageStop(story, passage, comments, order)),
      ...formattingStops(story, order),
      ...commentStops(story, comments, order),
    ];
    return stops.sort((a, b) => a.from - b.from || a.to - b.to);
  });
}

function passageStop(
  { id: story }: StoryEntry,
  passage: PassageEntry,
  all: readonly CommentEntry[],
  order: readonly string[],
): PassageStop {
  const comments = all.filter((comment) => comment.passage === passage.id);
  const sponsors = passage.proposals.flatMap((proposal) => proposal.sponsors);
  const { from, to, citation } = passage;
  return {
    kind: "passage",
    id: passageElement(passage.id),
    story,
    from,
    to,
    citation,
    codes: inOrder(codesOf([...sponsors, ...comments]), order),
    contested: passage.proposals.length > 1,
    untracked: untrackedOf(sponsors, order),
    nearIdentical: passage.proposals.some(({ nearIdenticalTo }) => nearIdenticalTo.length > 0),
    comments: inThreads(comments),
    passage,
  };
}

function formattingStops({ id: story, formatting }: StoryEntry, order: readonly string[]): FormattingStop[] {
  const stretches = Map.groupBy(formatting, ({ from, to }) => `${from}-${to}`);
  const alike = Map.groupBy(stretches.values(), (proposals) => sameness(proposals));
  return [...alike.values()].flatMap(([proposals = [], ...others]): FormattingStop[] => {
    const [first] = proposals;
    if (first === undefined) return [];
    const { from, to, citation } = first;
    const place = `${from}-${to}`;
    const places = [citation, ...others.flatMap(([other]) => (other === undefined ? [] : [other.citation]))];
    const sponsors = proposals.flatMap((proposal) => proposal.sponsors);
    return [
      {
        kind: "formatting",
        id: elementId("formatting", story, place),
        story,
        from,
        to,
        citation,
        codes: inOrder(codesOf(sponsors), order),
        contested: proposals.length > 1,
        untracked: untrackedOf(sponsors, order),
        nearIdentical: false,
        comments: [],
        proposals,
        places,
      },
    ];
  });
}

/** Equal for looks of cells and rows that one press in Word changes together, in the same table. */
function sameness(proposals: readonly FormattingEntry[]): string {
  const [{ from, text, citation } = { from: 0, text: "", citation: "" }] = proposals;
  if (text !== "") return String(from);
  const table = citation.split(",", 1)[0];
  return JSON.stringify([table, ...proposals.map(({ change, sponsors }) => [change, sponsors])]);
}

function commentStops(
  { id: story }: StoryEntry,
  all: readonly CommentEntry[],
  order: readonly string[],
): CommentStop[] {
  const places = Map.groupBy(
    all.filter(({ passage }) => passage === null),
    ({ from, to }) => `${from}-${to}`,
  );
  return [...places].flatMap(([place, comments]): CommentStop[] => {
    const [first] = comments;
    if (first === undefined) return [];
    const { from, to, citation } = first;
    return [
      {
        kind: "comments",
        id: elementId("comments", story, place),
        story,
        from,
        to,
        citation,
        codes: inOrder(codesOf(comments), order),
        contested: false,
        untracked: [],
        nearIdentical: false,
        comments: inThreads(comments),
      },
    ];
  });
}

/** Each comment followed by its answers; what answers a comment that is elsewhere stands by itself. */
function inThreads(comments: readonly CommentEntry[]): readonly CommentEntry[] {
  const ids = new Set(comments.map(({ id }) => id));
  const answersTo = Map.groupBy(comments, ({ parent }) => (parent !== null && ids.has(parent) ? parent : ""));
  const from = (id: string): CommentEntry[] =>
    (answersTo.get(id) ?? []).flatMap((comment) => [comment, ...from(comment.id)]);
  return from("");
}

function untrackedOf(sponsors: readonly SponsorEntry[], order: readonly string[]): readonly string[] {
  return inOrder(codesOf(sponsors.filter(({ tracked }) => !tracked)), order);
}

function codesOf(entries: readonly { readonly delegation: string }[]): readonly string[] {
  return entries.map(({ delegation }) => delegation);
}

function inOrder(codes: readonly string[], order: readonly string[]): readonly string[] {
  const present = new Set(codes);
  return order.filter((code) => present.has(code));
}
