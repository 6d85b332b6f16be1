import { expect, test } from "vitest";
import { comment } from "../../../../fixtures/docx-builder/draft/comments.ts";
import { moveParagraph } from "../../../../fixtures/docx-builder/draft/paragraphs.ts";
import { compileFiles } from "./compile-files.ts";
import { brokenLaws } from "./holds.ts";
import { expectLaws } from "./not-yet.ts";
import { sent, smallBase } from "./small-files.ts";

const BASE = smallBase();

// Cut and pasted paragraphs are what generated sets got wrong; here are the least files that show it.
test("two paragraphs moved to one place, with a comment on one of them", () => {
  const file = sent("XAA", false, (draft) => {
    comment(draft, { key: "third", words: "Exercises with" }, ["Which exercises?"]);
    moveParagraph(draft, "first", "fourth", "move1");
    moveParagraph(draft, "third", "fourth", "move2");
  });
  expectLaws("two paragraphs moved to one place, with a comment on one of them", brokenLaws(BASE, [file]));
});

test("a paragraph moved ahead of others without tracking is one move, and they stay", () => {
  const file = sent("XAA", false, (draft) => moveParagraph(draft, "fourth", "first", "move1"));
  expect(brokenLaws(BASE, [file])).toEqual([]);
  const { compilation } = compileFiles(BASE, [file]);
  const passages = compilation.stories.flatMap((compiled) => compiled.passages);
  const moved = passages.map(({ fromA, toA }) =>
    compilation.stories[0]?.story.tokens
      .slice(fromA, toA)
      .map(({ text }) => text)
      .join(""),
  );
  const wanted = ["", "Assistance is offered on request and free of conditions.\n"];
  expectLaws("a paragraph moved ahead of others", moved.join("|") === wanted.join("|") ? [] : [moved.join("|")]);
});
