import type { Role } from "@compendium/contract";

/** Somebody invented. */
export interface Invented {
  readonly name: string;
  readonly role: Role;
  readonly delegation: string | null;
}

/** Those who serve the illustrative workspace. */
export const SECRETARY: Invented = { name: "Mira Solveng", role: "secretariat", delegation: null };
const CHAIR: Invented = { name: "Otto Lindqvar", role: "chair", delegation: null };

const ADMINISTRATOR: Invented = { name: "Nadir Ostrand", role: "administrator", delegation: null };

/** The heads of the nine delegations, by code. */
const HEADS: Readonly<Record<string, string>> = {
  XAA: "Ariadne Velt",
  XBB: "Boris Kallmer",
  XCC: "Clara Dunmore",
  XDD: "Dario Fensk",
  XEE: "Elif Maranth",
  XFF: "Farid Quell",
  XGG: "Greta Solm",
  XHH: "Hugo Tarrant",
  XII: "Ines Corvell",
};

/** Delegations of more than one show who drafts, who clears and who only looks on. */
const OTHERS: readonly Invented[] = [
  { name: "Anton Reiss", role: "deputy", delegation: "XAA" },
  { name: "Amina Korr", role: "expert", delegation: "XAA" },
  { name: "Beatriz Holm", role: "expert", delegation: "XBB" },
  { name: "Ivo Pellar", role: "observer", delegation: "XII" },
];

export const DELEGATION_CODES: readonly string[] = Object.keys(HEADS);

export const PEOPLE: readonly Invented[] = [
  SECRETARY,
  CHAIR,
  ADMINISTRATOR,
  ...Object.entries(HEADS).map(([delegation, name]): Invented => ({ name, role: "head", delegation })),
  ...OTHERS,
];
