import type { Compilation, CompiledStory, FormatProposal, Passage, Proposal, Sponsor } from "../model/compilation.ts";
import type { DelegationCode } from "../model/delegation.ts";
import type { Place } from "../model/place.ts";
import type { Receipt } from "../model/receipt.ts";
import { writeCsv } from "./csv.ts";
import { describeFormatChange } from "./format-change.ts";
import type { Headed, Heading } from "./heading.ts";
import { shownText } from "./shown-text.ts";

/**
 * A compilation as a table for spreadsheets: one row for each delegation behind each proposal, change of formatting and
 * comment, with the file that says so. A heading stands in columns of its own before all others, in every row: rows that are
 * sorted, filtered or put together with others still say what they are of.
 */
export function renderTraceability(compilation: Compilation, { heading }: Headed = {}): string {
  const receipts = new Map(compilation.receipts.map((receipt) => [receipt.delegation.code, receipt]));
  const rows = [
    ...compilation.stories.flatMap((compiled) => [...passageRows(compiled), ...formattingRows(compiled)]),
    ...commentRows(compilation),
  ];
  const of = heading === undefined ? [] : OF.map(([name, part]) => [name, heading[part]] as const);
  return writeCsv([
    [...of.map(([name]) => name), ...HEADINGS],
    ...rows.map((row) => [...of.map(([, part]) => part), ...cellsOf(row, receipts.get(row.delegation))]),
  ]);
}

const OF: readonly (readonly [name: string, part: keyof Heading])[] = [
  ["Title", "title"],
  ["Symbol", "symbol"],
  ["Round", "round"],
  ["Version", "version"],
  ["Date", "date"],
];

const HEADINGS: readonly string[] = [
  "Passage",
  "Citation",
  "Headings",
  "Base wording",
  "Proposed wording",
  "Kind",
  "Delegation",
  "Name",
  "Tracked",
  "File",
  "SHA-256",
];

interface Row {
  /** `""` where there is no passage. */
  readonly passage: string;
  readonly place: Place;
  readonly before: string;
  readonly after: string;
  readonly kind: "insert" | "delete" | "replace" | "move" | "format" | "comment";
  readonly delegation: DelegationCode;
  /** `null` for a comment: nobody tracks comments. */
  readonly tracked: boolean | null;
}

function cellsOf(row: Row, receipt: Receipt | undefined): string[] {
  return [
    row.passage,
    row.place.citation,
    row.place.headings.join(" > "),
    row.before,
    row.after,
    row.kind,
    row.delegation,
    receipt?.delegation.name ?? "",
    row.tracked === null ? "" : row.tracked ? "yes" : "no",
    receipt?.file.name ?? "",
    receipt?.file.sha256 ?? "",
  ];
}

function passageRows({ story, passages }: CompiledStory): Row[] {
  return passages.flatMap((passage) =>
    passage.proposals.flatMap((proposal) =>
      proposal.sponsors.map(
        (sponsor): Row => ({
          passage: passage.id,
          place: passage.place,
          before: shownText(story.tokens.slice(passage.fromA, passage.toA)),
          after: shownText(proposal.wording),
          kind: kindOf(passage, proposal, sponsor),
          delegation: sponsor.delegation,
          tracked: sponsor.tracked,
        }),
      ),
    ),
  );
}

function kindOf({ fromA, toA }: Passage, { wording }: Proposal, { movedTo, movedFrom }: Sponsor): Row["kind"] {
  if (movedTo !== null || movedFrom !== null) return "move";
  if (fromA === toA) return "insert";
  return wording.length === 0 ? "delete" : "replace";
}

function formattingRows({ story, formatting }: CompiledStory): Row[] {
  return formatting.flatMap(({ fromA, toA, place, sponsors, tokens }: FormatProposal) =>
    sponsors.map(
      ({ delegation, tracked }): Row => ({
        passage: "",
        place,
        before: shownText(story.tokens.slice(fromA, toA)),
        after: describeFormatChange(story.tokens[fromA]?.format ?? "", tokens[0]?.format ?? ""),
        kind: "format",
        delegation,
        tracked,
      }),
    ),
  );
}

function commentRows({ comments, stories }: Compilation): Row[] {
  const tokens = new Map(stories.map(({ story }) => [story.id, story.tokens]));
  return comments.map(
    ({ delegation, comment, place, passage }): Row => ({
      passage: passage ?? "",
      place,
      before: shownText(tokens.get(comment.story)?.slice(comment.from.gap, comment.to.gap) ?? []),
      after: comment.paragraphs.join("\n"),
      kind: "comment",
      delegation,
      tracked: null,
    }),
  );
}
