import type { CompilationDocument, DelegationEntry, PassageEntry, ReceiptEntry } from "../compilation-document.ts";
import { wordCounts } from "../receipts.ts";
import { type Content, elementId, type Html, html } from "./markup.ts";
import { oneLine } from "./proposals.ts";

/** Codes and names, in the order of the list. */
export function delegationList(delegations: readonly DelegationEntry[]): Html {
  return html`<dl>${delegations.map(({ code, name }) => html`<dt>${code}</dt><dd><bdi>${name}</bdi></dd>`)}</dl>`;
}

/** What was recorded from each file, and whether the compilation equals it. */
export function receiptsTable({ receipts }: CompilationDocument): Html {
  const rows = receipts.map((receipt) => {
    const { delegation, file, counts, notices, notCarried } = receipt;
    const remarks = [
      ...notices.map(({ text }) => text),
      ...notCarried.map(({ what, reason }) => `Not carried: ${what}. ${reason}`),
    ];
    return html`<tr><th scope="row">${delegation}</th><td>${file.name}<br><code>${file.sha256}</code></td><td>${wordCounts(counts)}</td><td>${proofOf(receipt)}</td><td>${
      remarks.length === 0 ? "None" : html`<ul>${remarks.map((text) => html`<li>${text}</li>`)}</ul>`
    }</td></tr>`;
  });
  return tableHtml(
    "Receipts: what was recorded from each file",
    ["Delegation", "File and its SHA-256", "Recorded", "Proof", "Remarks"],
    rows,
  );
}

/** One row for each delegation behind each proposal, with a link to its place. */
export function traceabilityTable({ stories }: CompilationDocument): Html {
  const rows = stories.flatMap(({ passages }) =>
    passages.flatMap((passage) =>
      passage.proposals.flatMap(({ sponsors, wording }) =>
        sponsors.map(({ delegation, tracked, movedTo, movedFrom }) => {
          const moved = movedTo !== undefined || movedFrom !== undefined;
          return html`<tr><td><a href="#${elementId("passage", passage.id)}">${passage.citation}</a></td><td>${oneLine(
            passage.base,
          )}</td><td>${oneLine(wording)}</td><td>${moved ? "move" : kindOf(passage, wording)}</td><td>${
            delegation
          }</td><td>${tracked ? "yes" : "no"}</td></tr>`;
        }),
      ),
    ),
  );
  return tableHtml(
    "Traceability: who proposes what, and where",
    ["Place", "Base wording", "Proposed wording", "Kind", "Delegation", "Tracked"],
    rows,
  );
}

function proofOf({ proof }: ReceiptEntry): string {
  const parts = `${proof.tokens} words and signs compared`;
  if (proof.holds) return `Holds: equal to the file, ${parts}`;
  return `Does not hold: first difference at ${proof.firstDifference ?? "an unknown place"}, ${parts}`;
}

function kindOf({ from, to }: PassageEntry, wording: string): string {
  if (from === to) return "insert";
  return wording === "" ? "delete" : "replace";
}

/** A table that scrolls by itself where the screen is narrow, and can be scrolled without a mouse. */
function tableHtml(caption: string, columns: readonly string[], rows: readonly Html[]): Html {
  const body: Content = rows.length === 0 ? html`<tr><td colspan="${columns.length}">Nothing</td></tr>` : rows;
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${body}</tbody></table></div>`;
}
