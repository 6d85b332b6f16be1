import type { PassageEntry, ProposalEntry, RedlineEntry, SponsorEntry } from "../compilation-document.ts";
import { withPreposition } from "../with-preposition.ts";
import { elementId, type Html, html, listed, spoken } from "./markup.ts";

/** Where a passage is cited, by its id. */
export type Citations = ReadonlyMap<string, string>;

/** True for one proposal that changes words within a paragraph: it can stand in the text itself. */
export function fitsInText({ base, proposals }: PassageEntry): boolean {
  const [only, ...rivals] = proposals;
  return (
    only !== undefined
    && rivals.length === 0
    && only.structure === undefined
    && (only.inner ?? []).length === 0
    && !base.includes("\n")
    && !only.wording.includes("\n")
    && movesOf(only.sponsors).length === 0
  );
}

/** The passage in the text: what is deleted and inserted, and by whom. */
export function inText({ id, base, proposals }: PassageEntry): Html {
  return html`<span class="passage" id="${elementId("passage", id)}">${proposals.map(
    ({ redline, sponsors, wording }) => {
      const codes = codesOf(sponsors);
      const space = /\s$/u.test(base === "" ? wording : base) ? " " : "";
      return html`${redlined(redline, codes, "inside")} <span class="by" aria-hidden="true">(${codes.join(", ")})</span>${space}`;
    },
  )}</span>`;
}

/** The passage as a list of all that is proposed for it. */
export function asList({ id, citation, base, proposals }: PassageEntry, citations: Citations): Html {
  const count = proposals.length === 1 ? "Proposal" : `${proposals.length} proposals`;
  // A long passage stands right above, and need not be heard twice.
  const about = base.trim() === "" || base.length > 120 ? null : html`. Base text: “${oneLine(base)}”`;
  const title = `${count} ${withPreposition("for", citation)}`;
  return html`<div class="proposals" role="group" id="${elementId("passage", id)}" aria-label="${title}">
<p><strong>${title}</strong>${about}</p>
<ul>${proposals.map((proposal) => html`<li>${proposalItem(proposal, base, proposals, citations)}</li>`)}</ul>
</div>`;
}

function proposalItem(
  proposal: ProposalEntry,
  base: string,
  all: readonly ProposalEntry[],
  citations: Citations,
): Html {
  const { sponsors, redline, wording, inner = [], structure, nearIdenticalTo } = proposal;
  const codes = codesOf(sponsors);
  const notes = [
    ...movesOf(sponsors).map(({ end, id, movers }) => {
      const place = citations.get(id) ?? "another place";
      const [words, link] = end === "movedTo" ? ["Moved", withPreposition("to", place)] : ["Moved here from", place];
      return html`${words} <a href="#${elementId("passage", id)}">${link}</a> (${movers.join(", ")}).`;
    }),
    ...inner.map((text) => html`With it: ${oneLine(text)}`),
    ...(structure === undefined || structure.deleted.length === 0
      ? []
      : [html`Takes out: ${structure.deleted.join(", ")}.`]),
    ...(structure === undefined || structure.inserted.length === 0
      ? []
      : [html`Puts in: ${structure.inserted.join(", ")}.`]),
    ...(nearIdenticalTo.length === 0
      ? []
      : [
          html`Differs from the wording of ${listed(
            nearIdenticalTo.flatMap((other) => codesOf(all[other]?.sponsors ?? [])),
          )} only in spacing, quotation marks or case.`,
        ]),
  ];
  return html`<strong>${codes.join(", ")}${wording === "" ? " (delete)" : ""}:</strong> ${redlined(redline, codes, endsOf(base, proposal))}${notes.map(
    (note) => html` <span class="note">${note}</span>`,
  )}`;
}

/** Kept, deleted and inserted words, with the delegations behind them for those who cannot see strokes. */
function redlined(redline: readonly RedlineEntry[], codes: readonly string[], ends: Ends): Html[] {
  return redline.map(({ kind, text }, i) => {
    const words = signed(text, ends);
    if (kind === "kept") return html`${words}`;
    const next = redline[i + 1];
    // What is struck and what replaces it are two words even where no space stands between them.
    const space =
      next !== undefined && (/\s$/u.test(words) || (kind === "deleted" && next.kind === "inserted")) ? " " : "";
    return kind === "deleted"
      ? html`<del>${spoken(`deleted by ${listed(codes)}: `)}${words.trimEnd()}${spoken(", end of deletion")}</del>${space}`
      : html`<ins>${spoken(`inserted by ${listed(codes)}: `)}${words.trimEnd()}${spoken(", end of insertion")}</ins>${space}`;
  });
}

interface Move {
  readonly end: "movedTo" | "movedFrom";
  readonly id: string;
  readonly movers: readonly string[];
}

function movesOf(sponsors: readonly SponsorEntry[]): Move[] {
  return (["movedTo", "movedFrom"] as const).flatMap((end) =>
    [...new Set(sponsors.flatMap((sponsor) => sponsor[end] ?? []))].map((id) => ({
      end,
      id,
      movers: codesOf(sponsors.filter((sponsor) => sponsor[end] === id)),
    })),
  );
}

export function codesOf(sponsors: readonly SponsorEntry[]): string[] {
  return sponsors.map(({ delegation }) => delegation);
}

/** One line, ends of paragraphs as signs. */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, " ¶ ");
}

/** What ends of paragraphs are in a proposal: those of cells; those of whole paragraphs; or words like others. */
type Ends = "cells" | "whole" | "inside";

function endsOf(base: string, { wording, structure }: ProposalEntry): Ends {
  if (structure !== undefined) return "cells";
  return [base, wording].every((text) => text === "" || /[^\n]\n$/.test(text)) ? "whole" : "inside";
}

/** Ends of paragraphs as signs; that of a whole paragraph goes without saying. */
function signed(text: string, ends: Ends): string {
  const shown = ends === "inside" ? text : text.replace(/\n$/, "");
  return shown.replaceAll("\n", ends === "cells" ? " | " : " ¶ ");
}
