import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findChromium } from "../chromium.ts";

const folder = mkdtempSync(join(tmpdir(), "chromium-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the Chromium that CHROMIUM_PATH names is taken before all others", () => {
  const mine = join(folder, "my-chromium");
  writeFileSync(mine, "#!/bin/sh\n");
  chmodSync(mine, 0o755);
  expect(findChromium({ ...process.env, CHROMIUM_PATH: mine })).toBe(mine);
});

test("a CHROMIUM_PATH without a program is told, and no other browser is taken in silence", () => {
  const missing = join(folder, "missing");
  expect(() => findChromium({ ...process.env, CHROMIUM_PATH: missing })).toThrow(`CHROMIUM_PATH is ${missing}`);
});

test("an empty CHROMIUM_PATH counts as unset", () => {
  const found = (environment: NodeJS.ProcessEnv) => {
    try {
      return findChromium(environment);
    } catch (error) {
      return String(error);
    }
  };
  const { CHROMIUM_PATH: _, ...without } = process.env;
  expect(found({ ...without, CHROMIUM_PATH: "" })).toBe(found(without));
});
