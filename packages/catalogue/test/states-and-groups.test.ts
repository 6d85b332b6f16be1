import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  delegation,
  delegations,
  group,
  groups,
  groupsOf,
  inDelegationsOrder,
  inventedDelegations,
  LANGUAGES,
} from "../src/index.ts";

/** How many members each group of the sources has. */
const COUNTS = `
  OSCE 57 · EU 27 · NATO 32 · COE 46 · CIS 9 · ASEAN 11 · AU 54 · OAS 34 · CARICOM 14 · SICA 8 · LAS 22 · GCC 6 · PIF 14
  · NSG 48 · ZANGGER 39 · AG 42 · MTCR 35 · WA 42
  · AFRICAN 54 · ASIA_PACIFIC 54 · EASTERN_EUROPEAN 23 · GRULAC 33 · WEOG 29
  · OSCE-MEDITERRANEAN 6 · OSCE-ASIAN 5 · P5 5`;

const states = delegations().filter(({ kind }) => kind === "state");

describe("States and organisations", () => {
  test("are the 193 members of the United Nations, two observers and twelve organisations", () => {
    const members = group("UN")?.members ?? [];
    expect(members).toHaveLength(193);
    expect(
      states
        .map(({ code }) => code)
        .filter((code) => !members.includes(code))
        .sort(),
    ).toEqual(["PSE", "VAT"]);
    expect(delegations().filter(({ kind }) => kind === "organisation")).toHaveLength(12);
  });

  test("have codes that the engine can print in a list of joint authors, each only once", () => {
    const all = [...delegations(), ...inventedDelegations()];
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    for (const { code } of all) expect(code).toMatch(/^[A-Z]{2,7}$/);
    for (const { code, alpha2 } of states) expect([code.length, alpha2?.length]).toEqual([3, 2]);
  });

  test("have a name in eight languages, and every name says where it is from", () => {
    for (const { code, names } of [...delegations(), ...inventedDelegations()]) {
      for (const language of LANGUAGES) {
        const { short, shortFrom, formal, formalFrom } = names[language];
        expect(short, `${code} ${language}`).toMatch(/^\S(?:.*[^\s,])?$/u);
        expect(shortFrom.how, `${code} ${language}`).toMatch(/^(?:seen|recalled)$/);
        expect(shortFrom.source).not.toBe("");
        expect(formalFrom === null, `${code} ${language}`).toBe(formal === null);
      }
    }
  });

  test("say that the names of two States in the UN languages were recalled and not read", () => {
    const recalled = states.filter(({ names }) => names.en.shortFrom.how === "recalled").map(({ code }) => code);
    expect(recalled).toEqual(["CIV", "TUR"]);
  });

  test("stand in the order of their English short names, whatever the accents", () => {
    const codes = delegations().map(({ code }) => code);
    const neighbours = ["CRI", "CIV", "COE", "HRV"];
    expect(codes.slice(codes.indexOf("CRI"), codes.indexOf("CRI") + 4)).toEqual(neighbours);
    expect(codes.indexOf("TUR") + 1).toBe(codes.indexOf("TKM"));
    expect(inDelegationsOrder([...delegations()].reverse())).toEqual(delegations());
  });
});

describe("invented States", () => {
  test("are nine, and say so", () => {
    const codes = inventedDelegations().map(({ code }) => code);
    expect(codes.join(" ")).toBe("XAA XBB XCC XDD XEE XFF XGG XHH XII");
    expect(inventedDelegations().every(({ invented }) => invented)).toBe(true);
    expect(delegations().some(({ invented }) => invented)).toBe(false);
  });

  test("bear no name of a real State", () => {
    const real = new Set(delegations().flatMap(({ names }) => LANGUAGES.map((language) => names[language].short)));
    for (const { names } of inventedDelegations()) {
      for (const language of LANGUAGES) expect(real).not.toContain(names[language].short);
    }
  });
});

describe("groups", () => {
  test.each(COUNTS.split("·").map((entry) => entry.trim().split(" ")))(
    "%s has %s members, all of them States of the catalogue",
    (code, count) => {
      const members = group(code ?? "")?.members ?? [];
      expect(members).toHaveLength(Number(count));
      expect(new Set(members).size).toBe(members.length);
      for (const member of members) expect(delegation(member)?.kind, member).toBe("state");
    },
  );

  test("say whether their list was seen or recalled, where and when", () => {
    for (const { code, membersFrom, asOf } of groups()) {
      expect(membersFrom.how, code).toMatch(/^(?:seen|recalled)$/);
      expect(membersFrom.source, code).not.toBe("");
      expect(asOf, code).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    expect(group("OSCE")?.membersFrom).toMatchObject({ how: "seen", source: "https://www.osce.org/fsc/47864" });
    expect(group("EU")?.membersFrom.how).toBe("recalled");
  });

  test("are found from a State", () => {
    const codes = groupsOf("CHE").map(({ code }) => code);
    expect(codes.join(" ")).toBe("UN WEOG OSCE COE NSG ZANGGER AG MTCR WA");
    expect(groupsOf("XAA")).toEqual([]);
  });

  test("have no member twice in the regional groups of the United Nations, and together hold every member", () => {
    const regional = groups()
      .filter(({ kind }) => kind === "regional group")
      .flatMap(({ members }) => members);
    expect([...regional].sort()).toEqual(group("UN")?.members);
  });
});

describe("the data", () => {
  const folder = new URL("../data/", import.meta.url);

  test("is smaller than 400 KB in all, as it goes to the browser", () => {
    const bytes = readdirSync(folder).map((name) => statSync(new URL(name, folder)).size);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(400_000);
  });

  test("is listed with its licence, file by file, in SOURCES.md", () => {
    const sources = readFileSync(new URL("../SOURCES.md", import.meta.url), "utf8");
    for (const name of readdirSync(folder)) expect(sources).toContain(`\`data/${name}\``);
  });
});
