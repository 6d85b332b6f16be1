import { expect, test } from "vitest";
import { productionBuild } from "./production-build.ts";

// With a contract of its own, the renderer would take every problem of the API for a fault: 500 in place of 404.
test("what is built for the server shares the contract with it, and leaves the engine out", async () => {
  const chunks = await productionBuild({ ssr: "src/app/render-page.tsx" });
  expect(chunks.find(({ isEntry }) => isEntry)?.imports).toContain("@compendium/contract");
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
  expect(modules.filter((id) => /packages\/(contract|engine\/src)/.test(id))).toEqual([]);
}, 60_000);
