import { expect, test } from "vitest";
import { type CommentThread, threadsOf } from "../../src/render/comment-threads.ts";
import type { CommentEntry } from "../../src/render/compilation-document.ts";

/** Threads as nested lists of ids, of comments `[id, parent]`. */
function idsOf(pairs: readonly (readonly [string, string | null])[]): unknown[] {
  const comments = pairs.map(([id, parent]) => ({ id, parent }) as CommentEntry);
  const ids = ({ comment, answers }: CommentThread): unknown[] => [comment.id, ...answers.map(ids)];
  return threadsOf(comments).map(ids);
}

test("answers stand below what they answer, however deep, in their order", () => {
  const pairs = [
    ["a", null],
    ["b", "a"],
    ["c", null],
    ["d", "b"],
    ["e", "a"],
  ] as const;
  expect(idsOf(pairs)).toEqual([["a", ["b", ["d"]], ["e"]], ["c"]]);
});

test("no comment is lost whose parent is missing, or that answers itself in a circle", () => {
  expect(
    idsOf([
      ["a", "gone"],
      ["b", null],
    ]),
  ).toEqual([["a"], ["b"]]);
  expect(
    idsOf([
      ["a", "b"],
      ["b", "a"],
      ["c", "c"],
      ["d", null],
    ]),
  ).toEqual([["d"], ["a", ["b"]], ["c"]]);
});
