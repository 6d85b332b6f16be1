import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { variables } from "../../src/platform/settings.ts";

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
