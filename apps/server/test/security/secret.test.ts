import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readSettings } from "../../src/index.ts";
import { sessionSecret } from "../../src/people/index.ts";
import { temporaryFolder } from "../operations/support/temporary-folder.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const settingsFor = (name: string) => readSettings({ COMPENDIUM_DATA: join(folder.path, name) });

test("the secret of the data folder is made once, and is its owner's alone", () => {
  const settings = settingsFor("made");
  const secret = sessionSecret(settings);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(sessionSecret(settings)).toBe(secret);
  expect(readdirSync(settings.dataFolder)).toEqual(["secret"]);
  if (process.platform !== "win32") expect(statSync(join(settings.dataFolder, "secret")).mode & 0o077).toBe(0);
});

test("a secret that was cut off signs nothing, and is not replaced behind anybody's back", () => {
  const settings = settingsFor("cut");
  const secret = sessionSecret(settings);
  const file = join(settings.dataFolder, "secret");
  for (const left of ["", secret.slice(0, 10)]) {
    writeFileSync(file, left);
    expect(() => sessionSecret(settings)).toThrow(file);
    expect(readFileSync(file, "utf8")).toBe(left);
  }
});
