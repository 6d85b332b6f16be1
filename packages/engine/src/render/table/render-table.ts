import type { Compilation } from "../../model/compilation.ts";
import type { BaseText } from "../../submission/base-text.ts";
import { type CommentThread, threadsOf } from "../comment-threads.ts";
import type { CommentEntry, ProposalEntry, SponsorEntry } from "../compilation-document.ts";
import { titleOf } from "../core-properties.ts";
import { toDocument } from "../document.ts";
import { type Headed, wordHeading } from "../heading.ts";
import { PAGES, writePaperPackage } from "../paper/paper-package.ts";
import { cell, paragraph, type Run, type RunLook, row, table } from "../paper/paper-xml.ts";
import { isRightToLeft } from "../text-direction.ts";
import { withPreposition } from "../with-preposition.ts";
import { type Context, type TableRow, tableRows } from "./table-rows.ts";

export interface TableOptions extends Headed {
  /** The language of the text (BCP 47); `"en-GB"` if left out. */
  readonly lang?: string;
  /** False to leave out proposals that change only formatting. */
  readonly formatting?: boolean;
  /** True to name the persons behind comments beside their delegation. */
  readonly names?: boolean;
}

/**
 * The proposals as a Word file of its own for a meeting: a table on A4 on its side with one row for each passage, in
 * the order of the base text, and an empty column for what is decided. Insertions are underlined and deletions struck;
 * nothing in it is a tracked change.
 */
export function renderTable(base: BaseText, compilation: Compilation, options: TableOptions = {}): Uint8Array {
  const { formatting = true, lang = "en-GB", names = false } = options;
  const { heading } = options;
  const own = heading?.title || titleOf(base.file);
  const told = heading === undefined ? "" : wordHeading(heading);
  const title = own === "" ? "Table of proposals" : `Table of proposals: ${own}`;
  const document = toDocument(compilation, { names });
  const writer = new TableWriter(
    isRightToLeft(lang),
    new Map(document.stories.flatMap(({ passages }) => passages.map(({ id, citation }) => [id, citation] as const))),
  );
  const delegations = document.delegations.map(({ code, name }) =>
    paragraph([{ text: code, look: "strong" }, { text: name === code ? "" : ` – ${name}` }]),
  );
  const rows = tableRows(compilation, document, formatting).map((each) => writer.row(each));
  const body = [
    paragraph([{ text: title }], { style: "Title" }),
    ...(told === "" ? [] : [paragraph([{ text: told, look: "strong" }])]),
    ...READING.map((text) => paragraph([{ text }])),
    paragraph([{ text: "Delegations" }], { style: "Heading1" }),
    ...delegations,
    paragraph([{ text: "Proposals" }], { style: "Heading1" }),
    rows.length === 0 ? "" : table(WIDTHS, [HEADER, ...rows], { caption: title }),
    paragraph([{ text: rows.length === 0 ? "Nothing is proposed." : "" }]),
  ];
  return writePaperPackage(body.join(""), {
    title,
    lang,
    page: "on its side",
    // Its own words are in English, whatever the language of the text.
    rightToLeft: false,
    foot: told === "" ? title : told,
    pageNumber: "Page {page} of {pages}",
  });
}

const READING: readonly string[] = [
  "One row for each passage of the base text for which something is proposed, in the order of the base text. Each proposal "
    + "stands once, with the codes of all delegations that make exactly it; their order is that of the list of delegations.",
  "Underlined words are inserted, struck words are deleted. [ ] marks the place of an insertion in the base text, ¶ the end "
    + "of a paragraph, | the end of a cell.",
];

const COLUMNS = ["Place", "Base text", "Proposals", "Comments", "Decision"] as const;
const WIDTHS: readonly number[] = [1600, 4000, 5238, 2700, 1600]; // the page without its margins
const PAGE = PAGES["on its side"];
const WHOLE = PAGE.width - 2 * PAGE.margin;
const HEADER = row(
  COLUMNS.map((text, i) =>
    cell([paragraph([{ text }], { style: "TableHead" })], { width: WIDTHS[i] ?? 0, fill: "DCE4EE" }),
  ),
  true,
);

class TableWriter {
  readonly #rightToLeft: boolean;
  readonly #citations: ReadonlyMap<string, string>;

  constructor(rightToLeft: boolean, citations: ReadonlyMap<string, string>) {
    this.#rightToLeft = rightToLeft;
    this.#citations = citations;
  }

  row(each: TableRow): string {
    switch (each.kind) {
      case "group":
        return row([
          cell(
            [paragraph([{ text: each.headings.join(" › ") }], { style: "GroupHead", rightToLeft: this.#rightToLeft })],
            { width: WHOLE, span: COLUMNS.length, fill: "F2F2F2" },
          ),
        ]);
      case "passage": {
        const { passage, context, comments } = each;
        const proposals = passage.proposals.flatMap((proposal, i) =>
          this.#proposal(proposal, passage.proposals.length > 1 ? i : null, passage.proposals),
        );
        const isStructure = passage.proposals.some(({ structure }) => structure !== undefined);
        return this.#cells(passage.citation, this.#context(context, isStructure), proposals, comments);
      }
      case "formatting": {
        const { citation, text, change, sponsors } = each.formatting;
        const base = text.trim() === "" ? [] : [this.#text([{ text: oneLine(text) }])];
        const proposal = paragraph([
          { text: `${codesOf(sponsors)}: `, look: "strong" },
          { text: `formatting: ${change}`, look: "note" },
        ]);
        return this.#cells(citation, base, [proposal], []);
      }
      case "comments":
        return this.#cells(each.citation, this.#context(each.context, false), [], each.comments);
    }
  }

  #cells(
    citation: string,
    base: readonly string[],
    proposals: readonly string[],
    comments: readonly CommentEntry[],
  ): string {
    const contents = [
      [paragraph([{ text: citation }])],
      base,
      proposals,
      threadsOf(comments).flatMap((each) => this.#thread(each, 0)),
      [],
    ];
    return row(contents.map((content, i) => cell(content, { width: WIDTHS[i] ?? 0 })));
  }

  #text(runs: readonly Run[]): string {
    return paragraph(runs, { rightToLeft: this.#rightToLeft });
  }

  #context({ before, words, after }: Context, isStructure: boolean): string[] {
    return [
      this.#text([
        { text: before, look: "muted" },
        { text: words === "" ? "[ ] " : signed(words, isStructure), look: "passage" },
        { text: after, look: "muted" },
      ]),
    ];
  }

  #proposal(proposal: ProposalEntry, index: number | null, all: readonly ProposalEntry[]): string[] {
    const { sponsors, redline, inner = [], structure, nearIdenticalTo } = proposal;
    const words = redline.map(
      ({ kind, text }): Run => ({
        text: signed(text, structure !== undefined),
        ...(LOOKS[kind] === undefined ? {} : { look: LOOKS[kind] }),
      }),
    );
    const number = index === null ? [] : [{ text: `(${index + 1}) ` }];
    const notes = [
      ...this.#moves(sponsors),
      ...inner.map((text) => `With it: ${oneLine(text)}`),
      ...(structure === undefined || structure.deleted.length === 0
        ? []
        : [`Takes out: ${structure.deleted.join(", ")}.`]),
      ...(structure === undefined || structure.inserted.length === 0
        ? []
        : [`Puts in: ${structure.inserted.join(", ")}.`]),
      ...(nearIdenticalTo.length === 0
        ? []
        : [
            `Differs from ${nearIdenticalTo.map((other) => `(${other + 1}) ${codesOf(all[other]?.sponsors ?? [])}`).join(", ")} `
              + "only in spacing, quotation marks or case.",
          ]),
    ];
    return [
      this.#text([...number, { text: `${codesOf(sponsors)}: `, look: "strong" }, ...words]),
      ...notes.map((text) => paragraph([{ text, look: "note" }])),
    ];
  }

  #moves(sponsors: readonly SponsorEntry[]): string[] {
    return (["movedTo", "movedFrom"] as const).flatMap((end) =>
      [...new Set(sponsors.flatMap((sponsor) => sponsor[end] ?? []))].map((id) => {
        const movers = codesOf(sponsors.filter((sponsor) => sponsor[end] === id));
        const place = this.#citations.get(id) ?? "another place";
        return `Moved ${end === "movedTo" ? withPreposition("to", place) : `here from ${place}`} (${movers}).`;
      }),
    );
  }

  #thread({ comment, answers }: CommentThread, depth: number): string[] {
    const author = comment.author === undefined || comment.author === "" ? "" : ` (${comment.author})`;
    const head: Run[] = [{ text: `${"↳ ".repeat(depth)}${comment.delegation}${author}: `, look: "strong" }];
    const end: Run[] = comment.resolved ? [{ text: " (resolved)", look: "note" }] : [];
    return [
      this.#text([...head, { text: comment.paragraphs.join("\n") }, ...end]),
      ...answers.flatMap((answer) => this.#thread(answer, depth + 1)),
    ];
  }
}

const LOOKS: Readonly<Record<"kept" | "deleted" | "inserted", RunLook | undefined>> = {
  kept: undefined,
  deleted: "deleted",
  inserted: "inserted",
};

function codesOf(sponsors: readonly SponsorEntry[]): string {
  return sponsors.map(({ delegation }) => delegation).join(", ");
}

/** Ends of paragraphs made visible; in a table they are ends of cells. */
function signed(text: string, isStructure: boolean): string {
  if (isStructure) return text.replace(/\n$/, "").replaceAll("\n", " | ");
  return text.replaceAll("\n", "¶\n").replace(/\n$/, "");
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, " ¶ ");
}
