import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "./support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(null, { works: false });
}, 120_000);
afterAll(() => server.close());

test("the server tells everybody what its API is: the committed openapi.json", async () => {
  const response = await fetch(`${server.url}/api/v1/openapi.json`);
  expect(response.headers.get("content-type")).toMatch(/^application\/json/);
  expect(await response.text()).toBe(
    readFileSync(new URL("../../../packages/contract/openapi.json", import.meta.url), "utf8"),
  );
});
