/// <reference types="node" />
import { build, type Rolldown } from "vite";
import { expect, test } from "vitest";

// With a contract of its own, the renderer would take every problem of the API for a fault: 500 in place of 404.
test("what is built for the server shares the contract with it, and leaves the engine out", async () => {
  process.env.NODE_ENV = "production";
  const root = `${import.meta.dirname}/..`;
  const ssr = "src/app/render-page.tsx";
  const built = await build({ root, logLevel: "silent", build: { write: false, ssr } });
  const chunks = (built as Rolldown.RolldownOutput).output.filter((each) => each.type === "chunk");
  expect(chunks.find(({ isEntry }) => isEntry)?.imports).toContain("@compendium/contract");
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
  expect(modules.filter((id) => /packages\/(contract|engine\/src)/.test(id))).toEqual([]);
}, 60_000);
