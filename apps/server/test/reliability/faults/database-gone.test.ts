import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../../support/eventually.ts";
import { checkJobs, untilQuiet } from "../support/check-jobs.ts";
import { checkChains } from "../support/check-round.ts";
import { type Installed, install } from "../support/install.ts";
import { makeSmallText, openRound, prepare, type SmallText } from "../support/small-round.ts";

describe("a PostgreSQL that is gone for a while", () => {
  let installed: Installed;
  let text: SmallText;
  beforeAll(async () => {
    installed = await install({ servers: 1, workers: 1 });
    text = await makeSmallText(installed.direct, ["XAA", "XBB"]);
  }, 60_000);
  afterAll(() => installed.close(), 60_000);

  test("is told as such while it is gone; then server and worker go on by themselves, and nothing is half done", async () => {
    const { cluster, direct, servers, workers } = installed;
    const ask = text.secretary.call;
    const round = await openRound(text, 60_000);
    const [head] = text.heads;
    const sha256 = await prepare((head ?? text.secretary).call, round.id, "XAA", "before it went");
    await untilQuiet(direct.db);

    // Gone in the middle of many requests: none of them hangs, and none is called a mistake of the server.
    const change = (title: string) => ask("changeText", { text: text.text, body: { version: 1, title } });
    const under = Array.from({ length: 20 }, (_, i) => change(`Title ${i}`).then(() => "done", codeOf));
    await cluster.crash();
    const codes = await Promise.all(under);
    expect(["done", "changed-meanwhile", "store-unavailable"]).toEqual(expect.arrayContaining([...new Set(codes)]));
    await expect(ask("readText", { text: text.text })).rejects.toMatchObject({ code: "store-unavailable" });
    await expect(change("While it is gone")).rejects.toMatchObject({ code: "store-unavailable" });

    await cluster.start();
    const found = await eventually(() => ask("readText", { text: text.text }).catch(() => null), "the text");
    const made = codes.filter((code) => code === "done").length;
    // The one that was acknowledged is there; one whose answer was lost may be.
    expect(found.version).toBeLessThanOrEqual(2);
    expect(found.version).toBeGreaterThanOrEqual(1 + made);
    const entries = await checkChains(direct.db, text.workspace.id);
    expect(entries.filter(({ act }) => act === "text.changed")).toHaveLength(found.version - 1);

    // The worker goes on too: a submission brings a mail, the closing a compilation.
    await head?.call("submit", { round: round.id, delegation: "XAA", body: { sha256 } });
    await ask("askForCompilation", { round: round.id });
    await untilQuiet(direct.db);
    await checkJobs(direct.db);
    expect([...servers, ...workers].map(({ crashes, refusals }) => crashes().length + refusals())).toEqual([0, 0]);
  }, 120_000);
});

function codeOf(error: unknown): string {
  return (error as { readonly code?: string }).code ?? String(error);
}
