import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../../..");
const PAGES = ["SECURITY.md", "docs/reference/threat-model.md", "docs/reference/asvs.md"];
const STATES = ["holds", "does not apply", "falls short"];

/** How far the numbers of each section go at levels 1 and 2 (OWASP ASVS 5.0.0): 253 in all, from 1 on, without gaps. */
const SECTIONS: Readonly<Record<string, number>> = {
  "1.1": 2,
  "1.2": 9,
  "1.3": 11,
  "1.4": 3,
  "1.5": 2,
  "2.1": 3,
  "2.2": 3,
  "2.3": 4,
  "2.4": 1,
  "3.2": 2,
  "3.3": 4,
  "3.4": 6,
  "3.5": 5,
  "3.7": 2,
  "4.1": 3,
  "4.2": 1,
  "4.3": 2,
  "4.4": 4,
  "5.1": 1,
  "5.2": 3,
  "5.3": 2,
  "5.4": 3,
  "6.1": 3,
  "6.2": 12,
  "6.3": 4,
  "6.4": 4,
  "6.5": 5,
  "6.6": 3,
  "6.8": 4,
  "7.1": 3,
  "7.2": 4,
  "7.3": 2,
  "7.4": 5,
  "7.5": 2,
  "7.6": 2,
  "8.1": 2,
  "8.2": 3,
  "8.3": 1,
  "8.4": 1,
  "9.1": 3,
  "9.2": 4,
  "10.1": 2,
  "10.2": 2,
  "10.3": 4,
  "10.4": 11,
  "10.5": 5,
  "10.6": 2,
  "10.7": 3,
  "11.1": 2,
  "11.2": 3,
  "11.3": 3,
  "11.4": 4,
  "11.5": 1,
  "11.6": 1,
  "12.1": 3,
  "12.2": 2,
  "12.3": 4,
  "13.1": 1,
  "13.2": 5,
  "13.3": 2,
  "13.4": 5,
  "14.1": 2,
  "14.2": 4,
  "14.3": 3,
  "15.1": 3,
  "15.2": 3,
  "15.3": 7,
  "16.1": 1,
  "16.2": 5,
  "16.3": 4,
  "16.4": 3,
  "16.5": 3,
  "17.1": 1,
  "17.2": 4,
  "17.3": 2,
};

const read = (page: string) => readFileSync(join(ROOT, page), "utf8");

/** `"1.2.1–1.2.3, 1.2.5"` as four numbers. */
function numbersIn(cell: string): readonly string[] {
  return cell.split(", ").flatMap((each) => {
    const [from = "", to = from] = each.split("–");
    const [first, last] = [from, to].map((number) => Number(number.split(".")[2]));
    const section = from.split(".").slice(0, 2).join(".");
    return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, at) => `${section}.${(first ?? 0) + at}`);
  });
}

describe("the pages on security", () => {
  test.each(PAGES)("%s names no file that is not there", (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target = ""]) => target);
    const files = links.filter((target) => !target.startsWith("http"));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(join(ROOT, dirname(page), file)), `${page} names ${file}`).toBe(true);
  });

  test("say of every requirement of ASVS 5.0, levels 1 and 2, once, whether it holds", () => {
    const rows = [...read("docs/reference/asvs.md").matchAll(/^\| (\d[^|]*) \| ([^|]+) \| ([^|]+) \|$/gm)];
    const said = rows.flatMap(([, cell = ""]) => numbersIn(cell));
    const wanted = Object.entries(SECTIONS).flatMap(([section, last]) =>
      Array.from({ length: last }, (_, at) => `${section}.${at + 1}`),
    );
    expect(wanted).toHaveLength(253);
    expect(said.toSorted()).toEqual(wanted.toSorted());
    for (const [, cell, state = "", why = ""] of rows) {
      expect(STATES, cell).toContain(state);
      expect(why.trim(), cell).not.toBe("");
    }
  });

  test("name every test of sign-in and of security: what guards is worth telling", () => {
    const told = PAGES.map(read).join("\n");
    for (const folder of ["security", "sign-in"]) {
      const tests = readdirSync(join(import.meta.dirname, "..", folder)).filter((name) => name.endsWith(".test.ts"));
      expect(tests.length).toBeGreaterThan(0);
      for (const name of tests) expect(told, name).toContain(`/${folder}/${name}`);
    }
  });
});
