import type { InterfaceLanguage } from "@compendium/contract";
import type { Paper, PaperRun } from "@compendium/engine";
import type { CompilationOfRound } from "../../consultations/index.ts";
import { inZone } from "../../platform/in-zone.ts";
import type { RedraftRow } from "../queries.ts";
import { type Proceedings, type TracedWording, tracedWordings } from "../traced-wordings.ts";
import { inOneCell, redlineRuns } from "./redline-runs.ts";
import { rulingInWords } from "./ruling-in-words.ts";
import { type PaperWords, WORDS } from "./words.ts";

/** Everything that a traceability table is made of: what whoever follows the negotiation may read. */
export interface Traced extends Proceedings {
  readonly of: CompilationOfRound;
  /** As of when. */
  readonly at: Date;
  readonly redraft: RedraftRow | null;
  /** The next draft's symbol; `""` where it has none or was not made. */
  readonly nextSymbol: string;
}

/** The traceability table of a negotiation, to be written as a Word file. */
export function traceabilityPaper(traced: Traced, language: InterfaceLanguage): Paper {
  const say = WORDS[language];
  const words = say.traceability;
  const { text, round } = traced.of;
  const title = `${words.title}: ${text.title}`;
  const head = headOf(traced, language);
  const rows = tracedWordings(traced).map((each) => {
    const told = inWords(each, traced, say);
    const [first] = each.own;
    return [
      [[run(first.citation)], ...(first.paragraph === null ? [] : [[run(first.paragraph, "muted")]])],
      [[first.base.trim() === "" ? run(say.nothing, "note") : run(inOneCell(first.base))]],
      [[run(`${told.by}: `, "strong"), ...redlineRuns(each.wording, each.redline, say)]],
      [
        [run(told.decision)],
        ...(each.decision === null ? [] : [[run(inZone(each.decision.at, round.timeZone, language), "muted")]]),
      ],
      [
        ...(told.outcome === "" ? [] : [[run(told.outcome, "strong")]]),
        ...(told.why === "" ? [] : [[run(told.why)]]),
        ...(told.note === "" ? [] : [[run(`${say.note}: `, "note"), run(told.note)]]),
      ],
    ];
  });
  return {
    title,
    lang: language,
    page: "on its side",
    foot: head,
    pageNumber: say.page,
    content: [
      { kind: "title", runs: [run(title)] },
      { kind: "paragraph", runs: [run(head, "strong")] },
      { kind: "paragraph", runs: [run(`${say.nextDraft}: `, "strong"), run(nextDraft(traced, words))] },
      { kind: "paragraph", runs: [run(words.reading)] },
      rows.length === 0
        ? { kind: "paragraph", runs: [run(words.none)] }
        : {
            kind: "table",
            caption: title,
            columns: [
              { heading: words.place, width: 2000 },
              { heading: words.base, width: 3300 },
              { heading: words.wording, width: 4338 },
              { heading: words.decision, width: 2700 },
              { heading: words.outcome, width: 2800 },
            ],
            rows,
          },
    ],
  };
}

/** Of which draft, round and compilation it is, and of when: `"FSC.DEL/65/21 · First round · Compilation 2 · …"`. */
function headOf({ of: { draft, round, compilation }, at }: Traced, language: InterfaceLanguage): string {
  const version = WORDS[language].compilation(compilation.number);
  return [draft.symbol, round.title, version, inZone(at, round.timeZone, language)]
    .filter((part) => part !== "")
    .join(" · ");
}

/**
 * The same for spreadsheets: a row of headings, then one for each wording, which says of what it is. Instants are ISO 8601.
 */
export function traceabilityRows(traced: Traced, language: InterfaceLanguage): readonly (readonly string[])[] {
  const say = WORDS[language];
  const words = say.traceability;
  const { text, draft, round, compilation } = traced.of;
  const of: readonly (readonly [heading: string, value: string])[] = [
    [say.text, text.title],
    [say.draft, draft.symbol],
    [say.round, round.title],
    [say.version, say.compilation(compilation.number)],
    [say.asOf, traced.at.toISOString()],
  ];
  return [
    [
      ...of.map(([heading]) => heading),
      words.place,
      words.paragraph,
      words.base,
      words.proposedBy,
      words.wording,
      words.decision,
      words.decidedAt,
      words.outcome,
      words.why,
      say.note,
      say.nextDraft,
    ],
    ...tracedWordings(traced).map((each) => {
      const told = inWords(each, traced, say);
      const [first] = each.own;
      return [
        ...of.map(([, value]) => value),
        first.citation,
        first.paragraph ?? "",
        first.base,
        told.by,
        each.wording,
        told.decision,
        each.decision?.at.toISOString() ?? "",
        told.outcome,
        told.why,
        told.note,
        traced.redraft === null ? "" : nextDraft(traced, words),
      ];
    }),
  ];
}

interface InWords {
  readonly by: string;
  readonly decision: string;
  readonly outcome: string;
  readonly why: string;
  readonly note: string;
}

function inWords({ own, by, decision, outcome }: TracedWording, traced: Traced, say: PaperWords): InWords {
  const words = say.traceability;
  const nameOf = (code: string | null): string => code ?? say.chair;
  const about = { proposals: own, tabled: traced.tabled };
  const until = decision?.adReferendumUntil ?? null;
  const amended = decision?.ruling.kind === "as amended" ? decision.ruling.words : null;
  return {
    by: by.map(nameOf).join(", "),
    decision:
      decision === null
        ? words.notDecided
        : [
            rulingInWords(decision.ruling, about, say, nameOf),
            ...(amended === null ? [] : [`: ${amended === "" ? say.toBeDeleted : say.quoted(amended.trim())}`]),
            ...(until === null ? [] : [`${say.comma}${say.adReferendum(until.toISOString().slice(0, 10))}`]),
          ].join(""),
    outcome: outcome === null ? "" : words.became[outcome.became],
    why: outcome === null || outcome.reason === null ? "" : words.because[outcome.reason],
    note: decision?.note ?? "",
  };
}

function nextDraft({ redraft, nextSymbol }: Traced, words: PaperWords["traceability"]): string {
  return redraft === null ? words.notMadeYet : nextSymbol === "" ? redraft.draft : nextSymbol;
}

function run(text: string, look?: PaperRun["look"]): PaperRun {
  return look === undefined ? { text } : { text, look };
}
