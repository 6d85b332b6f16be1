import type { InterfaceLanguage, Ruling } from "@compendium/contract";
import type { Paper, PaperBlock, PaperRun } from "@compendium/engine";
import { dayInWords, inZone } from "../../platform/in-zone.ts";
import type { MeetingOfCompilation, StatementRow } from "../queries.ts";
import { type Negotiated, type Said, type SummedUpItem, type SummedUpPassage, sumUp } from "./meeting-summary.ts";
import { redlineRuns } from "./redline-runs.ts";
import { rulingInWords, wordingOfRuling } from "./ruling-in-words.ts";
import { type PaperWords, WORDS } from "./words.ts";

/**
 * The draft of the report of a meeting, to be written as a Word file and edited. `names` are those of delegations by their
 * codes.
 */
export function reportPaper(
  of: MeetingOfCompilation,
  all: Negotiated,
  names: ReadonlyMap<string, string>,
  language: InterfaceLanguage,
): Paper {
  const say = WORDS[language];
  const { title } = of.meeting;
  const report = new Report(of, all, names, language);
  return {
    title: `${say.report.title}: ${title}`,
    lang: language,
    page: "upright",
    foot: [of.draft.symbol, title].filter((part) => part !== "").join(" · "),
    pageNumber: say.page,
    content: report.blocks(),
  };
}

class Report {
  readonly #of: MeetingOfCompilation;
  readonly #all: Negotiated;
  readonly #names: ReadonlyMap<string, string>;
  readonly #language: InterfaceLanguage;
  readonly #say: PaperWords;

  constructor(
    of: MeetingOfCompilation,
    all: Negotiated,
    names: ReadonlyMap<string, string>,
    language: InterfaceLanguage,
  ) {
    this.#of = of;
    this.#all = all;
    this.#names = names;
    this.#language = language;
    this.#say = WORDS[language];
  }

  blocks(): PaperBlock[] {
    const { meeting, statements } = this.#of;
    const words = this.#say.report;
    const { participants, agenda, title } = meeting;
    return [
      { kind: "title", runs: plain(`${words.title}: ${title}`) },
      { kind: "paragraph", runs: [{ text: words.draftNotice, look: "note" }] },
      ...this.#facts(),
      heading(words.participants),
      ...(participants.length === 0
        ? [paragraph(words.notNoted)]
        : participants.map((code) => point("–", plain(this.#name(code))))),
      heading(words.agenda),
      ...agenda.map((item, i) => point(`${i + 1}.`, plain(item.title))),
      heading(words.discussion),
      ...sumUp(this.#of, this.#all).flatMap((item, i) => this.#item(item, i)),
      ...(statements.length === 0
        ? []
        : [
            heading(words.statements),
            ...statements.map((each, i) => point(`${i + 1}.`, plain(this.#statement(each)))),
          ]),
    ];
  }

  #facts(): PaperBlock[] {
    const { meeting, text, draft } = this.#of;
    const words = this.#say.report;
    const at = (instant: Date): string => inZone(instant, meeting.timeZone, this.#language);
    return [
      labelled(this.#say.text, [draft.symbol, text.title].filter((part) => part !== "").join(this.#say.comma)),
      labelled(words.meeting, `${meeting.number}`),
      ...(meeting.openedAt === null ? [] : [labelled(words.opened, at(meeting.openedAt))]),
      ...(meeting.closedAt === null ? [] : [labelled(words.closed, at(meeting.closedAt))]),
      ...(meeting.venue === "" ? [] : [labelled(words.venue, meeting.venue)]),
    ];
  }

  #item({ title, floor, passages }: SummedUpItem, index: number): PaperBlock[] {
    const words = this.#say.report;
    const where = (wanted: (each: SummedUpPassage) => boolean, told: (each: SummedUpPassage) => string): string =>
      passages.filter(wanted).map(told).join(this.#say.semicolon);
    const ruled = (kind: "in brackets" | "to bilateral consultation" | "deferred" | null): string =>
      where(
        ({ decision }) => (decision?.ruling.kind ?? null) === kind,
        ({ proposals }) => proposals[0].citation,
      );
    const lists: readonly (readonly [label: string, citations: string])[] = [
      [
        words.bracketed,
        where(
          ({ decision }) => decision?.ruling.kind === "in brackets",
          (each) => this.#bracket(each),
        ),
      ],
      [words.consulted, ruled("to bilateral consultation")],
      [words.deferred, ruled("deferred")],
      [words.undecided, ruled(null)],
    ];
    return [
      { kind: "subheading", runs: plain(`${words.item(index + 1)}: ${title}`) },
      ...(passages.every(({ isTakenUp }) => !isTakenUp)
        ? []
        : [
            labelled(
              words.considered,
              where(
                ({ isTakenUp }) => isTakenUp,
                ({ proposals }) => proposals[0].citation,
              ),
            ),
          ]),
      ...(floor.length === 0
        ? []
        : [labelled(words.floor, floor.map((code) => this.#name(code)).join(this.#say.comma))]),
      ...passages.flatMap((each) => this.#passage(each)),
      ...lists.flatMap(([label, citations]) => (citations === "" ? [] : [labelled(label, citations)])),
    ];
  }

  /** What was said and decided in the meeting; nothing where nothing was. */
  #passage(passage: SummedUpPassage): PaperBlock[] {
    const told = [...this.#said(passage), ...(passage.isDecidedHere ? this.#decision(passage) : [])];
    const [{ citation }] = passage.proposals;
    return told.length === 0 ? [] : [{ kind: "paragraph", runs: [{ text: citation, look: "strong" }] }, ...told];
  }

  #decision({ proposals, decision }: SummedUpPassage): PaperBlock[] {
    if (decision === null) return [];
    const { ruling, note, adReferendumUntil } = decision;
    // What settles nothing is listed below its item.
    const isListed = note === "" && adReferendumUntil === null && LISTED.has(ruling.kind);
    if (isListed) return [];
    const about = { proposals, tabled: this.#all.tabled };
    const put = wordingOfRuling(ruling, about);
    const ruled = rulingInWords(ruling, about, this.#say, (code) => this.#name(code));
    const until =
      adReferendumUntil === null
        ? ""
        : `${this.#say.comma}${this.#say.adReferendum(inZone(adReferendumUntil, this.#of.meeting.timeZone, this.#language))}`;
    return [
      point("–", [{ text: `${this.#say.report.decided}: `, look: "strong" }, { text: `${ruled}${until}.` }]),
      ...(put === null ? [] : [point("", redlineRuns(put.wording, put.redline, this.#say))]),
      ...(note === "" ? [] : [point("", [{ text: `${this.#say.note}: `, look: "note" }, { text: note }])]),
    ];
  }

  #said({ proposals, said }: SummedUpPassage): PaperBlock[] {
    const groups = Map.groupBy(said, ({ stance, about }) => JSON.stringify([stance, about]));
    return [...groups.values()].map((group) => {
      const [first] = group as [Said, ...Said[]];
      const wording = this.#aboutWhich(first, proposals);
      const label = `${this.#say.report.stances[first.stance]}${wording === "" ? "" : ` (${wording})`}`;
      return point("–", plain(`${label}: ${group.map((each) => this.#speaker(each)).join(this.#say.semicolon)}.`));
    });
  }

  #aboutWhich({ about }: Said, proposals: SummedUpPassage["proposals"]): string {
    const { wordingOf } = this.#say.report;
    switch (about.kind) {
      case "passage":
        return "";
      case "proposal": {
        const { delegations = [] } = proposals.find(({ proposal }) => proposal === about.proposal) ?? {};
        return wordingOf(delegations.map((code) => this.#name(code)).join(this.#say.comma));
      }
      case "tabled":
        return wordingOf(this.#name(this.#all.tabled.find(({ id }) => id === about.tabled)?.delegation ?? null));
    }
  }

  #speaker({ delegation, onBehalfOf, inAlignment, reason }: Said): string {
    const words = this.#say.report;
    const named = (label: string, codes: readonly string[]): string[] =>
      codes.length === 0 ? [] : [`${label} ${codes.map((code) => this.#name(code)).join(this.#say.comma)}`];
    const beside = [
      ...named(words.onBehalfOf, onBehalfOf),
      ...named(words.inAlignment, inAlignment),
      ...(reason === "" ? [] : [this.#say.quoted(reason)]),
    ];
    return `${this.#name(delegation)}${beside.length === 0 ? "" : ` (${beside.join(this.#say.semicolon)})`}`;
  }

  #bracket({ proposals, bracket }: SummedUpPassage): string {
    const words = this.#say.report;
    const waitsFor = this.#all.proposals.find(({ passage }) => passage === bracket.dependsOn)?.citation;
    const done = [
      ...(bracket.state === "parked" ? [words.parked] : []),
      ...(bracket.state === "small group" ? [[words.smallGroup, bracket.group].filter(Boolean).join(" ")] : []),
      ...(waitsFor === undefined ? [] : [`${words.dependsOn} ${waitsFor}`]),
    ];
    return `${proposals[0].citation}${done.length === 0 ? "" : ` (${done.join(this.#say.comma)})`}`;
  }

  #statement({ delegation, symbol, date, item, fileName }: StatementRow): string {
    const { agenda } = this.#of.meeting;
    const { item: itemOf, noItem } = this.#say.report;
    const about = item === null || item >= agenda.length ? noItem : itemOf(item + 1);
    const facts = [this.#name(delegation), symbol, dayInWords(date, this.#language), about, fileName];
    return facts.filter((part) => part !== "").join(this.#say.comma);
  }

  #name(code: string | null): string {
    return code === null ? this.#say.chair : (this.#names.get(code) ?? code);
  }
}

const LISTED: ReadonlySet<Ruling["kind"]> = new Set(["in brackets", "to bilateral consultation", "deferred"]);

function heading(text: string): PaperBlock {
  return { kind: "heading", runs: plain(text) };
}

function paragraph(text: string): PaperBlock {
  return { kind: "paragraph", runs: plain(text) };
}

function labelled(label: string, text: string): PaperBlock {
  return { kind: "paragraph", runs: [{ text: `${label}: `, look: "strong" }, { text }] };
}

function point(sign: string, runs: readonly PaperRun[]): PaperBlock {
  return { kind: "point", sign, runs };
}

function plain(text: string): readonly PaperRun[] {
  return [{ text }];
}
