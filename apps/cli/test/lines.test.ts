import { expect, test } from "vitest";
import { columns, facts } from "../src/remote/lines.ts";

test("columns stand one below the other, in any alphabet, with nothing at the ends of lines", () => {
  expect(
    columns([
      ["XAA", "Анкервале", "state"],
      ["XBBB", "B", ""],
    ]),
  ).toBe("XAA   Анкервале  state\nXBBB  B\n");
  expect(columns([])).toBe("");
});

test("facts that are empty are left out", () => {
  expect(
    facts("Guide", [
      ["Symbol", ""],
      ["Body", "FSC"],
      ["Distribution", "public"],
    ]),
  ).toBe("Guide\n  Body          FSC\n  Distribution  public\n");
});
