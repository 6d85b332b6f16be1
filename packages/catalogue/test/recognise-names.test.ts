import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CatalogueDelegation,
  delegations,
  inventedDelegations,
  LANGUAGES,
  recogniseDelegation,
} from "../src/index.ts";

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Short names that two States share in everyday speech: the file name alone cannot tell which. */
const SHARED = ["Congo", "Конго", "الكونغو", "Kongo"];

/** `NAM` is far more often the Non-Aligned Movement than Namibia. */
const CODES_WITH_ANOTHER_MEANING = ["NAM"];

const everyone = [...delegations(), ...inventedDelegations()];
const named: readonly Named[] = everyone.flatMap(namesOf);

describe("a delegation is recognised", () => {
  test("by each of its names in each language, short and formal", () => {
    for (const { code, name } of named) expect([name, recognised(`${name}.docx`)]).toEqual([name, code]);
  });

  test("by its code", () => {
    for (const { code } of everyone) {
      if (CODES_WITH_ANOTHER_MEANING.includes(code)) continue;
      const codes = code === "AU" ? "AU AUS" : code;
      expect(recognised(`FSC.DEL_65_21_Rev.1_${code}.docx`)).toBe(codes);
    }
  });

  test("by any name in any spelling of the file system, wherever it stands among the words of a file name", () => {
    const before = fc.constantFrom("", "2021-04-12 ", "FSC.DEL-65-21_", "Comments by ", "compilation ", "draft1-", "[");
    const after = fc.constantFrom("", " v3", "_clean", " (final)", " comments on draft 2", "-Rev.1", "]");
    const spelling = fc.constantFrom(asIs, decomposed, underscores, withoutAccents, capitals);
    fc.assert(
      fc.property(fc.constantFrom(...named), before, after, spelling, ({ code, name }, head, tail, spell) => {
        expect(recognised(`${head}${spell(name)}${tail}.docx`)).toBe(code);
      }),
      { numRuns: 20_000 },
    );
  });

  test("together with another one as both, and never as one of them", () => {
    const two = fc.tuple(fc.constantFrom(...named), fc.constantFrom(...named)).filter(([a, b]) => a.code !== b.code);
    fc.assert(
      fc.property(two, ([a, b]) => {
        const found = recogniseDelegation(`${a.name} - with ${b.name}.docx`);
        expect(found.kind).toBe("ambiguous");
        if (found.kind !== "ambiguous") return;
        expect(found.candidates.map(({ code }) => code).sort()).toEqual([a.code, b.code].sort());
      }),
      { numRuns: 500 },
    );
  });
});

describe("a shared name", () => {
  test.each(
    SHARED.map((name) => [name, "COD COG"]).concat([
      ["Korea", "KOR PRK"],
      ["Corée", "KOR PRK"],
    ]),
  )("%s may be either", (name, codes) => expect(recognised(`${name}.docx`)).toBe(codes));

  test("is certain if only one of the two is expected", () => {
    const among = everyone.filter(({ code }) => code !== "COD");
    expect(recognised("Congo.docx", among)).toBe("COG");
  });
});

function recognised(fileName: string, among?: readonly CatalogueDelegation[]): string {
  const found = recogniseDelegation(fileName, among);
  if (found.kind === "unknown") return "unknown";
  if (found.kind === "certain") return found.delegation.code;
  return found.candidates
    .map(({ code }) => code)
    .sort()
    .join(" ");
}

function namesOf({ code, names }: CatalogueDelegation): readonly Named[] {
  return LANGUAGES.flatMap((language) => {
    const { short, formal } = names[language];
    return [short, formal ?? short].filter((name) => !SHARED.includes(name)).map((name) => ({ code, name }));
  });
}

function asIs(name: string): string {
  return name;
}

function decomposed(name: string): string {
  return name.normalize("NFD");
}

function underscores(name: string): string {
  return name.replaceAll(" ", "_");
}

/** Latin accents only: in Russian and Arabic a letter without its mark is a misspelling. */
function withoutAccents(name: string): string {
  return name
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC");
}

function capitals(name: string): string {
  return name.toUpperCase();
}
