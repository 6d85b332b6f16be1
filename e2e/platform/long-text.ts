import type { Browser } from "playwright-core";
import { expect, vi } from "vitest";
import { generateSet } from "../../fixtures/generated/generate-set.ts";
import type { ServedPlatform } from "../served-platform.ts";
import { get, type Illustrative, post, type Session, send } from "./illustrative.ts";

/** A round on a long text, closed and compiled, and not released: its compilation comes in parts. */
export interface LongRound {
  readonly round: string;
  readonly compilation: string;
}

/** Has the secretary put a long text into the illustrative workspace, enter marked-up files, and wait for the deadline. */
export async function makeLongRound(
  browser: Browser,
  { address }: ServedPlatform,
  secretary: Session,
  { workspace }: Pick<Illustrative, "workspace">,
): Promise<LongRound> {
  const context = await browser.newContext({ baseURL: address, storageState: secretary });
  const { request } = context;
  const set = generateSet({ seed: 1540, paragraphs: 400, submissions: 6, edits: 40, mode: "mixed" });
  const delegations: readonly { code: string }[] = await get(request, `/workspaces/${workspace}/delegations`);
  const text = await post(request, `/workspaces/${workspace}/texts`, {
    title: "A long text (illustrative)",
    body: "FSC",
    symbol: "FSC.DEL/200/26",
    languages: ["en"],
    distribution: "participating",
    audience: null,
  });
  const draft = await send(request, `/texts/${text.id}/drafts`, { name: "Long draft.docx" }, set.base);
  const round = await post(request, `/drafts/${draft.id}/rounds`, {
    title: "A round on a long text",
    opensAt: new Date(Date.now() - 60_000).toISOString(),
    closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    timeZone: "Europe/Vienna",
    reminders: [],
  });
  for (const [i, { file, bytes }] of set.submissions.entries()) {
    const given = { delegation: delegations[i]?.code ?? "", name: file, arrivedAt: new Date().toISOString() };
    await send(request, `/rounds/${round.id}/submissions`, given, bytes);
  }
  await request.patch(`/api/v1/rounds/${round.id}`, {
    data: { version: round.version, closesAt: new Date(Date.now() + 1500).toISOString() },
    headers: { "sec-fetch-site": "same-origin" },
  });
  const built = async (): Promise<string | undefined> => {
    const [found] = await get(request, `/rounds/${round.id}/compilations`);
    return found?.state === "built" ? found.id : undefined;
  };
  const compilation = await vi.waitUntil(built, { timeout: 60_000, interval: 500 });
  expect((await get(request, `/compilations/${compilation}/parts/0`)).parts).toBeGreaterThan(2);
  await context.close();
  return { round: round.id, compilation };
}
