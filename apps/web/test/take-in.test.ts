import type { LiveEvent } from "@compendium/contract";
import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { queryKeyOf } from "../src/api/need.ts";
import { takeIn } from "../src/api/take-in.ts";

const key = queryKeyOf("readNegotiation", { compilation: "c" });
const before = {
  compilation: "c",
  passages: [
    { id: "body/1", base: "once", decision: null },
    { id: "body/2", base: "twice", decision: null },
  ],
};
const event = {
  kind: "negotiation",
  id: "c",
  passage: { id: "body/2", tabled: [], decision: { id: "d" }, amended: null, bracket: {} },
} as unknown as LiveEvent;

test("a page shows a decision that an event tells, and does not read the negotiation again for it", () => {
  const queries = new QueryClient();
  queries.setQueryData(key, before);
  expect(takeIn(queries, event).has("readNegotiation")).toBe(true);
  expect(queries.getQueryData(key)).toMatchObject({
    passages: [
      { id: "body/1", decision: null },
      { id: "body/2", base: "twice", decision: { id: "d" } },
    ],
  });
});

test("an event that comes while the negotiation is being read has it read once more, lest an older answer hides it", async () => {
  const queries = new QueryClient();
  queries.setQueryData(key, before);
  const answer = Promise.withResolvers<typeof before>();
  const reading = queries.fetchQuery({ queryKey: key, queryFn: () => answer.promise, staleTime: 0 });
  expect(takeIn(queries, event).size).toBe(0);
  answer.resolve(before);
  await reading;
});

test("a page that has not read the negotiation goes on without it", () => {
  const queries = new QueryClient();
  takeIn(queries, event);
  expect(queries.getQueryData(key)).toBeUndefined();
});

test("changes may have been missed: everything is read again", () => {
  expect(takeIn(new QueryClient(), null).size).toBe(0);
});
