import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AFTER_NEWS, AFTER_OWN_ACT, readAgain, readAgainWithin, readNews } from "../src/api/read-again.ts";

/** A page that shows a round, and one draft of it that never changes; `reads` counts how often each was asked for. */
function openPage() {
  const queries = new QueryClient();
  const reads = { round: 0, draft: 0 };
  const shown = [
    new QueryObserver(queries, { queryKey: ["readRound", { round: "r" }], queryFn: () => ++reads.round }),
    new QueryObserver(queries, { queryKey: ["readDraftContent", { draft: "d" }], queryFn: () => ++reads.draft }),
  ];
  for (const each of shown) each.subscribe(() => undefined);
  return { queries, reads };
}

describe("a page", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ["after the answer", [() => AFTER_OWN_ACT, () => AFTER_NEWS]],
    ["before the answer", [() => AFTER_NEWS, () => AFTER_OWN_ACT]],
  ])("reads once after one's own act, though the server tells of it %s", async (_, askings) => {
    const { queries, reads } = openPage();
    await vi.advanceTimersByTimeAsync(1);
    for (const within of askings) {
      readAgainWithin(queries, within());
      await vi.advanceTimersByTimeAsync(40);
    }
    await vi.advanceTimersByTimeAsync(AFTER_OWN_ACT);
    expect(reads).toEqual({ round: 2, draft: 1 });
    await vi.advanceTimersByTimeAsync(10 * AFTER_NEWS);
    expect(reads).toEqual({ round: 2, draft: 1 });
  });

  test("reads once for what many others change within a second, and again for what one changes afterwards", async () => {
    const { queries, reads } = openPage();
    await vi.advanceTimersByTimeAsync(1);
    for (let i = 0; i < 57; i++) {
      readAgainWithin(queries, AFTER_NEWS);
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(AFTER_NEWS);
    expect(reads.round).toBe(2);
    readAgainWithin(queries, AFTER_NEWS);
    await vi.advanceTimersByTimeAsync(AFTER_NEWS);
    expect(reads.round).toBe(3);
  });

  test("that has rested reads at once what another changes, and gathers what follows", async () => {
    const { queries, reads } = openPage();
    await vi.advanceTimersByTimeAsync(1);
    readNews(queries, new Set());
    await vi.advanceTimersByTimeAsync(AFTER_OWN_ACT);
    expect(reads.round).toBe(2);
    for (let i = 0; i < 57; i++) {
      readNews(queries, new Set());
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(reads.round).toBe(2);
    await vi.advanceTimersByTimeAsync(AFTER_NEWS);
    expect(reads.round).toBe(3);
  });

  test("reads what is spared only if something else asks for it within the same time", async () => {
    const { queries, reads } = openPage();
    await vi.advanceTimersByTimeAsync(1);
    readNews(queries, new Set(["readRound"]));
    await vi.advanceTimersByTimeAsync(AFTER_NEWS);
    expect(reads.round).toBe(1);
    readNews(queries, new Set(["readRound"]));
    readNews(queries, new Set());
    readNews(queries, new Set(["readRound"]));
    await vi.advanceTimersByTimeAsync(2 * AFTER_NEWS);
    expect(reads.round).toBe(2);
  });

  test("that reads at once has read what it was to read soon", async () => {
    const { queries, reads } = openPage();
    await vi.advanceTimersByTimeAsync(1);
    readAgainWithin(queries, AFTER_NEWS);
    await readAgain(queries);
    await vi.advanceTimersByTimeAsync(10 * AFTER_NEWS);
    expect(reads.round).toBe(2);
  });
});
