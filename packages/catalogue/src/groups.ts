import groupsFile from "../data/groups.json" with { type: "json" };
import odblFile from "../data/odbl.json" with { type: "json" };
import { COUNTRY_CODES, type Provenance, RECALLED, WORLD_COUNTRIES } from "./provenance.ts";

/** States that belong together, as known on one day. Nothing here says since when each is a member, or until when. */
export interface Group {
  /** `OSCE`, `EU`, `UN`, `WEOG`, `NSG`, `LDC` … */
  readonly code: string;
  readonly kind: GroupKind;
  /** Codes of States in the catalogue, in alphabetical order of the codes. Members that are not States are left out. */
  readonly members: readonly string[];
  readonly membersFrom: Provenance;
  /** The day on which the list was taken into the catalogue, as `2026-11-24`. */
  readonly asOf: string;
  /** What to know before relying on the list; `null` for nothing. */
  readonly note: string | null;
}

export type GroupKind = "organisation" | "partners" | "export control regime" | "regional group" | "classification";

const NOTES: Readonly<Record<string, string>> = {
  UN: "The source marks the Holy See as a member, which it is not: corrected to 193.",
  WEOG: "The United States attends as an observer and is counted here for elections.",
};

const GROUPS: readonly Group[] = [...unGroups(), ...groupsFile.rows.map(groupOf)];
const BY_CODE = new Map(GROUPS.map((each) => [each.code, each]));

/** Every group of the catalogue: the United Nations and its regional groups first. */
export function groups(): readonly Group[] {
  return GROUPS;
}

/** The group with exactly this code, such as `group("OSCE")`; `undefined` if the catalogue has none. */
export function group(code: string): Group | undefined {
  return BY_CODE.get(code);
}

/** Every group with this State among its members, in the order of `groups()`; empty if there is none. */
export function groupsOf(code: string): readonly Group[] {
  return GROUPS.filter(({ members }) => members.includes(code));
}

function unGroups(): readonly Group[] {
  const regional = new Set(odblFile.rows.flatMap(({ regionalGroup }) => regionalGroup ?? []));
  const unGroup = (code: string, kind: GroupKind, members: readonly { readonly code: string }[]): Group => ({
    code,
    kind,
    members: members.map((state) => state.code).sort(),
    membersFrom: WORLD_COUNTRIES,
    asOf: odblFile.asOf,
    note: NOTES[code] ?? null,
  });
  return [
    unGroup(
      "UN",
      "organisation",
      odblFile.rows.filter(({ unMember }) => unMember),
    ),
    ...[...regional].sort().map((code) =>
      unGroup(
        code,
        "regional group",
        odblFile.rows.filter(({ regionalGroup }) => regionalGroup === code),
      ),
    ),
  ];
}

function groupOf({ code, kind, source, note, members }: (typeof groupsFile.rows)[number]): Group {
  return {
    code,
    kind: kind as GroupKind,
    members,
    membersFrom: provenanceOf(source),
    asOf: groupsFile.asOf,
    note,
  };
}

function provenanceOf(source: string): Provenance {
  if (source === "recalled") return RECALLED;
  if (source === "country-codes") return COUNTRY_CODES;
  return { how: "seen", source, licence: null };
}
