import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isReachedByOthers, readSettings, variables } from "../../src/platform/settings.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const PAGE = readFileSync(join(ROOT, "docs/reference/settings.md"), "utf8");

/** Read by OpenTelemetry itself, and by us only to know whether to start it. */
const OF_OTHERS = { OTEL_EXPORTER_OTLP_ENDPOINT: null, OTEL_SERVICE_NAME: "compendium" };

/** The variables of the page's tables, each with its default. */
function onPage(): Readonly<Record<string, string | null>> {
  const rows = [...PAGE.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`|none) \|/gm)];
  return Object.fromEntries(rows.map(([, name = "", value]) => [name, value ?? null]));
}

test("the page of the settings has every variable that the server reads, with its default, and no other", () => {
  expect(onPage()).toEqual({ ...variables(), ...OF_OTHERS });
});

test("the server reads no variable of its own past the settings", () => {
  const read = globSync(["apps/server/src/**/*.ts", "apps/server/start.ts"], { cwd: ROOT }).flatMap((file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    return [...text.matchAll(/(?:process\.env|environment)\.([A-Z][A-Z_]+)/g)].map(([, name]) => name);
  });
  const known = [...Object.keys(variables()), ...Object.keys(OF_OTHERS), "NODE_ENV"];
  expect(read.filter((name) => !known.includes(name ?? ""))).toEqual([]);
});

test("a variable that is empty counts as one that is not set", () => {
  const empty = Object.fromEntries(Object.keys(variables()).map((name) => [name, ""]));
  expect(readSettings(empty)).toEqual(readSettings({}));
});

test("a number that is none, or too large, is told with its variable and with what it may be", () => {
  expect(() => readSettings({ COMPENDIUM_PORT: "abc" })).toThrow(
    "COMPENDIUM_PORT: must be a whole number from 0 to 65535",
  );
  expect(() => readSettings({ COMPENDIUM_BACKUPS_KEPT: "1.5" })).toThrow("must be a whole number from 0 to 1000");
  expect(() => readSettings({ COMPENDIUM_UPLOAD_MB: "501" })).toThrow("must be a number from 1 to 500");
  expect(readSettings({ COMPENDIUM_UPLOAD_MB: "1.5" }).largestUpload).toBe(1.5 * 2 ** 20);
});

test("whoever can be reached by others than its operator asks for the code of its console before it is set up", () => {
  const secret = { COMPENDIUM_SECRET: "a secret of more than 32 characters" };
  const isReached = (environment: Readonly<Record<string, string>>) => isReachedByOthers(readSettings(environment));
  for (const host of ["127.0.0.1", "localhost", "::1"]) expect(isReached({ COMPENDIUM_HOST: host }), host).toBe(false);
  for (const host of ["0.0.0.0", "::", "10.0.0.7"]) expect(isReached({ COMPENDIUM_HOST: host }), host).toBe(true);
  expect(isReached({ ...secret, COMPENDIUM_URL: "https://compendium.example" })).toBe(true);
});
