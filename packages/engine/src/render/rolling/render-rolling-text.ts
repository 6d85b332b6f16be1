import { inflateSync } from "fflate";
import type { Compilation, CompiledStory, PlacedComment } from "../../model/compilation.ts";
import type { AnchorEnd } from "../../model/submission.ts";
import type { Token } from "../../model/text.ts";
import { crc32 } from "../../ooxml/crc32.ts";
import { WordFile } from "../../ooxml/word-file.ts";
import { openPackage } from "../../ooxml/word-package.ts";
import type { BaseText } from "../../submission/base-text.ts";
import type { Headed } from "../heading.ts";
import { renderTracked } from "../tracked/render-tracked.ts";
import { resolveChanges } from "../tracked/resolve-changes.ts";
import { asPassages, EDITOR } from "./as-passages.ts";
import { closingNotes } from "./closing-notes.ts";
import { type Addition, composeStory } from "./compose-story.ts";
import { headingParagraph } from "./heading-paragraph.ts";

export interface RollingTextOptions extends Headed {
  /** True to keep the comments of delegations, as comments of Word in the delegations' names; left out otherwise. */
  readonly comments?: boolean;
  /** True to name the persons behind comments beside their delegation. */
  readonly names?: boolean;
}

/**
 * The base file as a negotiated text: what is proposed stands in square brackets, each wording with the delegations
 * behind it, the base wording first. Nothing in it is a tracked change, and nothing of the base text is renumbered. A
 * heading is its first paragraph.
 */
export function renderRollingText(
  base: BaseText,
  compilation: Compilation,
  options: RollingTextOptions = {},
): Uint8Array {
  // A rolling text only adds to the base. So it is the tracked file of one editor who inserts brackets and wordings,
  // with all changes accepted: one writer of Word files is enough.
  const { bytes } = renderTracked(base, editorial(base, compilation, options), options);
  return resolveChanges(openPackage(bytes, { inflate, crc32 }), "accept");
}

function inflate(compressed: Uint8Array, size: number): Uint8Array {
  return inflateSync(compressed, { out: new Uint8Array(size) });
}

function editorial(
  base: BaseText,
  compilation: Compilation,
  { comments = false, heading }: RollingTextOptions,
): Compilation {
  const fileOf = (code: string): WordFile => {
    const source = compilation.sources.get(code);
    // Words that were typed elsewhere need nothing of a file.
    return source instanceof WordFile ? source : base.file;
  };
  const passages = new Map(
    compilation.stories.flatMap((each) => each.passages.map((passage) => [passage.id, passage] as const)),
  );
  const context = { base: base.file, fileOf, passages, isAttributed: true };
  const composed = compilation.stories.map((compiled) => ({ compiled, ...composeStory(compiled, context) }));
  const notes = closingNotes(
    compilation,
    composed.flatMap(({ leftOver }) => leftOver),
  );
  const stories = composed.map(({ compiled, additions }): CompiledStory => {
    const { story } = compiled;
    if (story.kind !== "body") return { story, passages: asPassages(compiled, additions), formatting: [] };
    const end = story.tokens.at(-1)?.kind === "section" ? story.tokens.length - 1 : story.tokens.length;
    const own = (gap: number, tokens: readonly Token[]): Addition => ({ gap, owner: null, passage: null, tokens });
    const head = heading === undefined ? [] : [own(0, headingParagraph(heading))];
    return {
      story,
      passages: asPassages(compiled, [...head, ...additions, own(end, notes)]),
      formatting: [],
    };
  });
  const codes = compilation.delegations.map(({ code }) => code);
  return {
    delegations: [{ code: EDITOR, name: EDITOR }, ...compilation.delegations],
    stories,
    comments: comments ? compilation.comments.map(onBaseText) : [],
    receipts: [],
    notices: [],
    sources: new Map([[EDITOR, base.file], ...codes.map((code) => [code, fileOf(code)] as const)]),
  };
}

/** What was inserted stands elsewhere now; a comment on it stands where it was inserted. */
function onBaseText(placed: PlacedComment): PlacedComment {
  const end = ({ gap }: AnchorEnd): AnchorEnd => ({ gap, inserted: 0 });
  return { ...placed, comment: { ...placed.comment, from: end(placed.comment.from), to: end(placed.comment.to) } };
}
