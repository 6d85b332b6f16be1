import type { AnchorEnd, Comment } from "../../src/model/submission.ts";

/** A comment on the body. */
export function commentOf(from: AnchorEnd, to: AnchorEnd, id = "0"): Comment {
  return {
    id,
    story: "body",
    from,
    to,
    by: { author: "A. Person", date: null },
    initials: "AP",
    paragraphs: ["We reserve our position."],
    parent: null,
    resolved: false,
    source: null,
  };
}
