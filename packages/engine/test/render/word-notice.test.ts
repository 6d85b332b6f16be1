import { expect, test } from "vitest";
import { wordNotice } from "../../src/render/word-notice.ts";

test("a notice tells its place where one is known", () => {
  const element = "w:subDoc";
  expect(
    wordNotice({ code: "element-not-understood", element, at: { part: "/word/document.xml", paragraph: 12 } }),
  ).toContain("w:subDoc (paragraph 12 of part /word/document.xml)");
  expect(wordNotice({ code: "element-not-understood", element, at: { part: "", paragraph: 0 } })).toContain(
    "w:subDoc was",
  );
});

test("a notice counts in good English", () => {
  expect(wordNotice({ code: "untracked-edits", count: 1 })).toMatch(/^1 change was /);
  expect(wordNotice({ code: "untracked-edits", count: 7 })).toMatch(/^7 changes were /);
});

test("a notice names the persons that it knows", () => {
  const notice = { code: "base-carries-changes", count: 2 } as const;
  expect(wordNotice({ ...notice, authors: ["A. Person", "", "B. Person"] })).toContain("(by A. Person, B. Person)");
  expect(wordNotice({ ...notice, authors: [] })).not.toContain("by");
});
