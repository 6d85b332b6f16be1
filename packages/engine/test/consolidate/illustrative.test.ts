import { describe, expect, test } from "vitest";
import { manifestOf, submissions } from "../../../../fixtures/illustrative/submissions.ts";
import { compileIllustrative } from "../render/illustrative.ts";

const COMPILATION = compileIllustrative();
const DRAFTS = submissions();
const MANIFEST = manifestOf(DRAFTS);

// The manifest counts the paragraphs of the table of contents, which a compilation keeps whole as one field. Nobody
// touches what stands before it.
const PARAGRAPHS = [...(DRAFTS[0]?.base.values() ?? [])].filter(({ story }) => story === "body").length;
const MARKS = COMPILATION.stories[0]?.story.tokens.filter(({ kind }) => kind === "mark").length ?? 0;

interface Found {
  readonly story: string;
  readonly paragraph: number;
  /** The last paragraph of the base text that the passage reaches. */
  readonly lastParagraph: number;
  readonly citation: string;
  readonly sponsors: readonly string[];
}

const FOUND: readonly Found[] = COMPILATION.stories.flatMap(({ story, passages, formatting }) => {
  const stretches = [
    ...passages.flatMap(({ fromA, toA, place, proposals }) =>
      proposals.map((each) => ({ fromA, toA, place, ...each })),
    ),
    ...formatting,
  ];
  return stretches.map(({ fromA, toA, place, sponsors }) => ({
    story: story.id,
    paragraph: place.paragraph,
    lastParagraph: place.paragraph + story.tokens.slice(fromA, toA).filter(({ kind }) => kind === "mark").length,
    citation: place.citation,
    sponsors: sponsors.map(({ delegation }) => delegation),
  }));
});

describe("nine Word files on one guide", () => {
  test("have the co-sponsors that they were built with, and no others", () => {
    const built = MANIFEST.proposals.filter(({ sponsors }) => sponsors.length > 1);
    expect(built.length).toBeGreaterThan(3);
    expect(
      FOUND.filter(({ sponsors }) => sponsors.length > 1)
        .map(shown)
        .sort(),
    ).toEqual(built.map((each) => shown(counted(each))).sort());
  });

  test.each(
    MANIFEST.edits.map(
      (edit) => [`${edit.delegation}: ${edit.kind} in ${edit.story} ${edit.paragraph}`, edit] as const,
    ),
  )("%s is there under its name and at its place", (_, edit) => {
    const { delegation, story, paragraph } = counted(edit);
    // A new row or column hangs somewhere near in its table.
    const isCells = edit.kind === "insert-row" || edit.kind === "insert-column";
    const there = FOUND.filter((each) => {
      if (isCells) return /^(after )?Table /.test(each.citation) && Math.abs(each.paragraph - paragraph) <= 2;
      return each.story === story && each.paragraph <= paragraph && paragraph <= each.lastParagraph;
    });
    expect(there.flatMap(({ sponsors }) => sponsors)).toContain(delegation);
  });

  test("are proved to be there whole", () => {
    expect(COMPILATION.receipts.map(({ proof }) => proof.holds)).toEqual(MANIFEST.delegations.map(() => true));
  });

  test("keep each of their comments once", () => {
    const told = COMPILATION.comments.map(({ delegation, comment }) => `${delegation} ${comment.paragraphs.join(" ")}`);
    const built = MANIFEST.comments.map(({ delegation, paragraphs }) => `${delegation} ${paragraphs.join(" ")}`);
    expect(told.sort()).toEqual(built.sort());
  });
});

/** A place of the manifest as the compilation counts. */
function counted<Placed extends { readonly story: string; readonly paragraph: number }>(place: Placed): Placed {
  return place.story === "body" ? { ...place, paragraph: place.paragraph - (PARAGRAPHS - MARKS) } : place;
}

function shown({ story, paragraph, sponsors }: Pick<Found, "story" | "paragraph" | "sponsors">): string {
  return `${story} ${paragraph}: ${sponsors.join("+")}`;
}
