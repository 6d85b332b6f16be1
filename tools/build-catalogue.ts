/**
 * Makes the data files of the catalogue from a file of researched facts on States:
 *
 *     node tools/build-catalogue.ts <path of regions.json>
 *
 * Writes states.json, odbl.json and groups.json into packages/catalogue/data. What comes from the one source under the
 * ODbL stands in a file of its own, so that its licence stays with it (packages/catalogue/SOURCES.md). Files in that
 * folder that are kept by hand (organisations, invented delegations, other names) are left alone.
 */
import { readFileSync, writeFileSync } from "node:fs";

interface Names {
  readonly short: string;
  readonly formal: string;
  readonly display: string;
}

interface StateFacts {
  readonly iso2: string;
  readonly iso3: string;
  readonly unMember: boolean;
  readonly unRegionalGroup: string | null;
  readonly lldc: boolean;
  readonly ldc: boolean;
  readonly sids: boolean;
  readonly unscPermanentMember: boolean;
  readonly organisations: readonly string[];
  readonly oscePartner: string | null;
  readonly exportControlRegimes: readonly string[];
  readonly names: Readonly<Record<string, Names>>;
  readonly nameSource: { readonly unLanguages: string };
}

interface Counted {
  readonly expectedCountInThisFile: number;
  readonly source: string;
}

interface Facts {
  readonly meta: {
    readonly generated: string;
    readonly organisations: Readonly<Record<string, Counted>>;
    readonly regimes: Readonly<Record<string, Counted>>;
    readonly unRegionalGroups: Readonly<Record<string, number>>;
  };
  readonly states: readonly StateFacts[];
}

interface GroupRow {
  readonly code: string;
  readonly kind: string;
  readonly source: string;
  readonly note: string | null;
  readonly members: readonly string[];
}

const UN_LANGUAGES = ["en", "fr", "es", "ru", "ar", "zh"];
const OTHER_LANGUAGES = ["de", "it"];
const DATA = new URL("../packages/catalogue/data/", import.meta.url);

const path = process.argv[2];
if (path === undefined) throw new RangeError("usage: node tools/build-catalogue.ts <path of regions.json>");
const facts = JSON.parse(readFileSync(path, "utf8")) as Facts;

writeRows("states.json", facts.meta.generated, facts.states.map(stateRow));
writeRows("odbl.json", facts.meta.generated, facts.states.map(odblRow));
writeRows("groups.json", facts.meta.generated, groupRows());

/** Names in the UN languages, each `[short, formal]`; in German and Italian the short name only. */
function stateRow(state: StateFacts): object {
  const un = UN_LANGUAGES.map((language) => [
    tidy(namesIn(state, language).display),
    tidy(namesIn(state, language).formal),
  ]);
  const others = OTHER_LANGUAGES.map((language) => tidy(namesIn(state, language).display));
  const recalled = state.nameSource.unLanguages.startsWith("hand-entered");
  return { code: state.iso3, alpha2: state.iso2, un, others, ...(recalled ? { recalled } : {}) };
}

function odblRow(state: StateFacts): object {
  return {
    code: state.iso3,
    unMember: state.unMember,
    regionalGroup: state.unRegionalGroup,
    formal: OTHER_LANGUAGES.map((language) => tidy(namesIn(state, language).formal)),
  };
}

/** Every group but those that stand in odbl.json: the UN and its regional groups. */
function groupRows(): readonly GroupRow[] {
  return [
    ...counted(facts.meta.organisations, "organisation", (state) => state.organisations),
    ...counted(facts.meta.regimes, "export control regime", (state) => state.exportControlRegimes),
    named("OSCE-MEDITERRANEAN", "partners", "recalled", (state) => state.oscePartner === "mediterranean"),
    named("OSCE-ASIAN", "partners", "recalled", (state) => state.oscePartner === "asian"),
    named("P5", "classification", "recalled", (state) => state.unscPermanentMember),
    named("LDC", "classification", "country-codes", (state) => state.ldc),
    named("LLDC", "classification", "country-codes", (state) => state.lldc),
    named("SIDS", "classification", "country-codes", (state) => state.sids),
  ];
}

function counted(
  groups: Readonly<Record<string, Counted>>,
  kind: string,
  groupsOf: (state: StateFacts) => readonly string[],
): readonly GroupRow[] {
  return Object.entries(groups).map(([code, { expectedCountInThisFile, source }]) => {
    const seen = /^seen: (?<where>\S+)/.exec(source)?.groups?.where;
    const row = named(code, kind, seen ?? "recalled", (state) => groupsOf(state).includes(code));
    if (row.members.length !== expectedCountInThisFile) {
      throw new RangeError(`${code} has ${row.members.length} members; ${expectedCountInThisFile} were expected`);
    }
    const note = /^general knowledge[;,]? *(?<note>.*)$/.exec(source)?.groups?.note;
    return { ...row, note: note ? note.replace(/^\((.*)\)$/, "$1") : null };
  });
}

function named(code: string, kind: string, source: string, isMember: (state: StateFacts) => boolean): GroupRow {
  const members = facts.states
    .filter(isMember)
    .map((state) => state.iso3)
    .sort();
  return { code, kind, source, note: null, members };
}

function namesIn(state: StateFacts, language: string): Names {
  const names = state.names[language];
  if (names === undefined) throw new RangeError(`${state.iso3} has no name in ${language}`);
  return names;
}

/** The sources hold a few stray commas and doubled spaces at the edges and in the middle of names. */
function tidy(name: string): string {
  return name
    .replace(/\s+/g, " ")
    .replace(/[\s,]+$/, "")
    .trim();
}

/** One row a line, so that a change of one State is a change of one line. */
function writeRows(name: string, asOf: string, rows: readonly object[]): void {
  const lines = rows.map((row) => JSON.stringify(row)).join(",\n");
  writeFileSync(new URL(name, DATA), `{"asOf":${JSON.stringify(asOf)},"rows":[\n${lines}\n]}\n`);
}
