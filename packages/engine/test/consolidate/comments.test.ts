import { describe, expect, test } from "vitest";
import { consolidate } from "../../src/consolidate/consolidate.ts";
import type { AnchorEnd } from "../../src/model/submission.ts";
import { commentOf } from "../notation/comment-of.ts";
import { storyOf } from "../notation/story-of.ts";
import { delegationOf, submissionOf } from "../notation/submission-of.ts";

// States0 should1 promptly2 report3 .4
const BASE = "States should promptly report.";
const OTHERS = new Map([
  ["XBB", "All States should promptly report."],
  ["XCC", "States shall promptly report."],
]);

/** The base wording and proposals of the passage that a comment of XAA is tied to; `null` where it is tied to none. */
function passageOf(text: string, from: AnchorEnd, to: AnchorEnd = from): string | null {
  const base = storyOf(BASE);
  const texts = new Map([["XAA", text], ...OTHERS]);
  const delegations = [...texts.keys()].map(delegationOf);
  const submissions = delegations.map((delegation) => {
    const comments = delegation.code === "XAA" ? [commentOf(from, to)] : [];
    return submissionOf(base, storyOf(texts.get(delegation.code) ?? BASE), delegation, comments);
  });
  const { comments, stories } = consolidate({ stories: [base], notices: [] }, submissions, delegations);
  const passage = stories[0]?.passages.find(({ id }) => id === comments[0]?.passage);
  if (passage === undefined) return null;
  const sponsors = passage.proposals.flatMap((proposal) => proposal.sponsors.map(({ delegation }) => delegation));
  return `${passage.fromA} to ${passage.toA}: ${sponsors.join(" ")}`;
}

describe("a comment is tied to the passage", () => {
  test("whose base words it is about, whoever proposes something there", () => {
    expect(passageOf(BASE, at(1), at(2))).toBe("1 to 2: XCC");
    expect(passageOf(BASE, at(0), at(4))).toBe("1 to 2: XCC");
  });

  test("in which it stands at a point", () => {
    expect(passageOf(BASE, at(1))).toBe("1 to 2: XCC");
    expect(passageOf(BASE, at(0))).toBe("0 to 0: XBB");
  });

  test("whose words its own delegation inserts", () => {
    const text = "States should promptly and fully report.";
    expect(passageOf(text, at(3), at(3, 2))).toBe("3 to 3: XAA");
    expect(passageOf(text, at(3, 1), at(4))).toBe("3 to 3: XAA");
    expect(passageOf(text, at(3, 1))).toBe("3 to 3: XAA");
  });

  test("whose words its own delegation replaces", () => {
    expect(passageOf("States should early report.", at(2), at(3, 1))).toBe("2 to 3: XAA");
  });
});

describe("a comment is tied to no passage", () => {
  test("where nobody changes the words that it is about", () => {
    expect(passageOf(BASE, at(3), at(4))).toBeNull();
  });

  test("where words are only inserted beside the words that it is about", () => {
    expect(passageOf(BASE, at(0), at(1))).toBeNull();
    expect(passageOf("States should promptly and fully report.", at(3, 2), at(4))).toBeNull();
    expect(passageOf("States should promptly and fully report.", at(2), at(3))).toBeNull();
  });
});

function at(gap: number, inserted = 0): AnchorEnd {
  return { gap, inserted };
}
