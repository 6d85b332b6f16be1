import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atTheCommandLine } from "./support/command-line.ts";
import { illustrativeFile } from "./support/illustrative.ts";
import { startTestServer, type TestServer } from "./support/test-server.ts";

const PAGE = readFileSync(join(import.meta.dirname, "../../../docs/reference/api.md"), "utf8");

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(null, { works: false });
}, 120_000);
afterAll(() => server.close());

/** The examples of the page, a command each, without the block that sets server and token. */
function examples(): readonly string[] {
  const [settings = "", ...blocks] = [...PAGE.matchAll(/```sh\n(.*?)```/gs)].map(([, block = ""]) => block);
  expect(settings).toContain("SERVER=");
  return blocks.flatMap((block) => block.replaceAll("\\\n", " ").trim().split("\n"));
}

test("every example with curl works as the page has it, on a real server", async () => {
  const workspace = await server.workspace(["XAA", "XBB"]);
  const { token } = await workspace.member("Sara Secretary", "secretariat");
  const at = atTheCommandLine();
  const draft = illustrativeFile("Guide draft 2");
  writeFileSync(join(at.folder, "Guide draft 2.docx"), draft.bytes);
  const known: Record<string, string> = { SERVER: server.url, TOKEN: token, WORKSPACE: workspace.id };
  const answers: string[] = [];
  for (const example of examples()) {
    const variables = Object.entries(known).map(([name, value]) => `${name}='${value}'`);
    const { exit, stdout, stderr } = await at.run(`${variables.join(" ")}; ${example}`);
    const isEndless = example.includes("--max-time");
    expect({ example, exit, stderr: isEndless ? "" : stderr }).toEqual({
      example,
      exit: isEndless ? 28 : 0,
      stderr: "",
    });
    answers.push(stdout);
    if (example.includes('/texts"')) known.TEXT = JSON.parse(stdout).id;
    if (example.includes("/drafts?")) known.DRAFT = JSON.parse(stdout).id;
  }
  const [me = "", workspaces = "", text = "", changed = "", added = "", , live = "", refused = ""] = answers;
  expect(JSON.parse(me)).toMatchObject({ person: { name: "Sara Secretary" } });
  expect(JSON.parse(workspaces)).toMatchObject([{ id: workspace.id }]);
  expect(JSON.parse(text)).toMatchObject({ symbol: "FSC.DEL/99/26", version: 1 });
  expect(JSON.parse(changed)).toMatchObject({ distribution: "participating", version: 2 });
  const circulated = readFileSync(join(at.folder, "circulated.docx"));
  expect(JSON.parse(added)).toMatchObject({ number: 1, file: { bytes: circulated.length } });
  expect(live).toMatch(/^retry: \d+\nevent: missed\n/);
  const [printed = ""] = [...PAGE.matchAll(/```json\n(.*?)```/gs)].map(([, block = ""]) => block);
  expect(JSON.parse(refused)).toEqual(JSON.parse(printed));
});
