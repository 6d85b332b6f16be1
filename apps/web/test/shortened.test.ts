import { expect, test } from "vitest";
import { isLong, shortened } from "../src/compilation/text/shortened.ts";

const words = (count: number): string => Array.from({ length: count }, (_, i) => `word${i} `).join("");

test("a long stretch that stays loses its middle and keeps its ends", () => {
  const [kept] = shortened([{ kind: "kept", text: words(100) }]);
  expect(kept?.text).toBe("word0 word1 word2 word3 … word96 word97 word98 word99 ");
});

test("what is short, and what is struck or put in within reason, is left as it is", () => {
  const redline = [
    { kind: "kept", text: words(10) },
    { kind: "deleted", text: words(30) },
    { kind: "inserted", text: "shall " },
  ] as const;
  expect(shortened(redline)).toEqual(redline);
});

test("a wording of hundreds of pages becomes a few lines, and is known as long", () => {
  const redline = Array.from({ length: 500 }, () => ({ kind: "deleted", text: words(5000) }) as const);
  const length = shortened(redline).reduce((sum, { text }) => sum + text.length, 0);
  expect(length).toBeLessThan(20_000);
  expect(isLong(redline)).toBe(true);
});
