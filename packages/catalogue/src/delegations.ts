import inventedFile from "../data/invented.json" with { type: "json" };
import odblFile from "../data/odbl.json" with { type: "json" };
import organisationsFile from "../data/organisations.json" with { type: "json" };
import statesFile from "../data/states.json" with { type: "json" };
import { type CatalogueDelegation, type DelegationName, LANGUAGES, type Language } from "./delegation.ts";
import { inDelegationsOrder } from "./delegations-order.ts";
import { COUNTRY_CODES, COUNTRY_NAMES, INVENTED, RECALLED, WORLD_COUNTRIES } from "./provenance.ts";

interface StateRow {
  readonly code: string;
  readonly alpha2: string;
  /** `[short, formal]` in each language of the United Nations. */
  readonly un: readonly (readonly string[])[];
  /** Short names in German and Italian. */
  readonly others: readonly string[];
  /** Set where the names in the languages of the United Nations were recalled and not read. */
  readonly recalled?: boolean;
}

interface OdblRow {
  readonly code: string;
  readonly formal: readonly string[];
}

interface HandRow {
  readonly code: string;
  readonly short: Readonly<Record<Language, string>>;
  readonly formal?: Readonly<Partial<Record<Language, string>>>;
}

const STATE_ROWS: readonly StateRow[] = statesFile.rows;
const ODBL_ROWS: ReadonlyMap<string, OdblRow> = new Map(odblFile.rows.map((row) => [row.code, row]));
const ORGANISATION_ROWS: readonly HandRow[] = organisationsFile.rows;
const INVENTED_ROWS: readonly HandRow[] = inventedFile.rows;

const DELEGATIONS = inDelegationsOrder([...STATE_ROWS.map(state), ...ORGANISATION_ROWS.map(organisation)]);
const INVENTED_DELEGATIONS = inDelegationsOrder(INVENTED_ROWS.map(inventedState));
const BY_CODE = new Map([...DELEGATIONS, ...INVENTED_DELEGATIONS].map((each) => [each.code, each]));

/**
 * All States (193 members of the United Nations, the Holy See and the State of Palestine) and the organisations that
 * can be a delegation, in the order of the delegations list. The OSCE is not among them: its participating States are
 * the delegations, and its name stands in the titles of texts and so in the names of files from everyone.
 */
export function delegations(): readonly CatalogueDelegation[] {
  return DELEGATIONS;
}

/** The nine invented States, `XAA` to `XII`, in the order of the delegations list. */
export function inventedDelegations(): readonly CatalogueDelegation[] {
  return INVENTED_DELEGATIONS;
}

/** The delegation with exactly this code, an invented one included; `undefined` if the catalogue has none. */
export function delegation(code: string): CatalogueDelegation | undefined {
  return BY_CODE.get(code);
}

function state({ code, alpha2, un, others, recalled }: StateRow): CatalogueDelegation {
  const formalOthers = ODBL_ROWS.get(code)?.formal ?? [];
  const unFrom = recalled === true ? RECALLED : COUNTRY_CODES;
  const names = inEachLanguage((_, i): DelegationName => {
    const pair = un[i];
    if (pair !== undefined) return nameOf(pair[0], unFrom, pair[1], unFrom);
    return nameOf(others[i - un.length], COUNTRY_NAMES, formalOthers[i - un.length], WORLD_COUNTRIES);
  });
  return { code, name: names.en.short, kind: "state", alpha2, invented: false, names };
}

function organisation({ code, short }: HandRow): CatalogueDelegation {
  const names = inEachLanguage((language) => nameOf(short[language], RECALLED, undefined, RECALLED));
  return { code, name: names.en.short, kind: "organisation", alpha2: null, invented: false, names };
}

function inventedState({ code, short, formal }: HandRow): CatalogueDelegation {
  const names = inEachLanguage((language) => nameOf(short[language], INVENTED, formal?.[language], INVENTED));
  return { code, name: names.en.short, kind: "state", alpha2: null, invented: true, names };
}

function nameOf(
  short: string | undefined,
  shortFrom: DelegationName["shortFrom"],
  formal: string | undefined,
  formalFrom: DelegationName["shortFrom"],
): DelegationName {
  if (short === undefined) throw new RangeError("a row of the catalogue lacks a short name");
  return { short, shortFrom, formal: formal ?? null, formalFrom: formal === undefined ? null : formalFrom };
}

function inEachLanguage<T>(make: (language: Language, index: number) => T): Readonly<Record<Language, T>> {
  return Object.fromEntries(LANGUAGES.map((language, i) => [language, make(language, i)])) as Record<Language, T>;
}
