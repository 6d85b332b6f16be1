import { inflateSync } from "fflate";
import type { Compilation, CompiledStory, PlacedComment, Proposal } from "../../model/compilation.ts";
import type { AnchorEnd } from "../../model/submission.ts";
import { crc32 } from "../../ooxml/crc32.ts";
import { WordFile } from "../../ooxml/word-file.ts";
import { openPackage } from "../../ooxml/word-package.ts";
import type { BaseText } from "../../submission/base-text.ts";
import { renderTracked } from "../tracked/render-tracked.ts";
import { resolveChanges } from "../tracked/resolve-changes.ts";
import { closingNotes } from "./closing-notes.ts";
import { type Addition, composeStory } from "./compose-story.ts";

export interface RollingTextOptions {
  /** True to keep the comments of delegations, as comments of Word in the delegations' names; left out otherwise. */
  readonly comments?: boolean;
  /** True to name the persons behind comments beside their delegation. */
  readonly names?: boolean;
}

/**
 * The base file as a negotiated text: what is proposed stands in square brackets, each wording with the delegations
 * behind it, the base wording first. Nothing in it is a tracked change, and nothing of the base text is renumbered.
 */
export function renderRollingText(
  base: BaseText,
  compilation: Compilation,
  options: RollingTextOptions = {},
): Uint8Array {
  // A rolling text only adds to the base. So it is the tracked file of one editor who inserts brackets and wordings,
  // with all changes accepted: one writer of Word files is enough.
  const { bytes } = renderTracked(base, editorial(base, compilation, options.comments ?? false), options);
  return resolveChanges(openPackage(bytes, { inflate, crc32 }), "accept");
}

/** No code of a delegation holds a space. */
const EDITOR = "the editor";

function inflate(compressed: Uint8Array, size: number): Uint8Array {
  return inflateSync(compressed, { out: new Uint8Array(size) });
}

function editorial(base: BaseText, compilation: Compilation, withComments: boolean): Compilation {
  const fileOf = (code: string): WordFile => {
    const source = compilation.sources.get(code);
    // Words that were typed elsewhere need nothing of a file.
    return source instanceof WordFile ? source : base.file;
  };
  const passages = new Map(
    compilation.stories.flatMap((each) => each.passages.map((passage) => [passage.id, passage] as const)),
  );
  const context = { base: base.file, fileOf, passages };
  const composed = compilation.stories.map((compiled) => ({ compiled, ...composeStory(compiled, context) }));
  const notes = closingNotes(
    compilation,
    composed.flatMap(({ leftOver }) => leftOver),
  );
  const stories = composed.map(({ compiled, additions }): CompiledStory => {
    const { story } = compiled;
    if (story.kind !== "body") return { story, passages: asPassages(compiled, additions), formatting: [] };
    const end = story.tokens.at(-1)?.kind === "section" ? story.tokens.length - 1 : story.tokens.length;
    return {
      story,
      passages: asPassages(compiled, [...additions, { gap: end, owner: null, tokens: notes }]),
      formatting: [],
    };
  });
  const codes = compilation.delegations.map(({ code }) => code);
  return {
    delegations: [{ code: EDITOR, name: EDITOR }, ...compilation.delegations],
    stories,
    comments: withComments ? compilation.comments.map(onBaseText) : [],
    receipts: [],
    notices: [],
    sources: new Map([[EDITOR, base.file], ...codes.map((code) => [code, fileOf(code)] as const)]),
  };
}

function asPassages({ story }: CompiledStory, additions: readonly Addition[]): CompiledStory["passages"] {
  return additions.map(({ gap, owner, tokens }, i) => {
    const delegation = owner ?? EDITOR;
    // Told as one end of a move, an insertion stays at its gap: what stands together here may come from several files.
    const edit = { fromA: gap, toA: gap, inserted: tokens, tracked: false, by: [], move: EDITOR };
    const sponsor = { delegation, tracked: false, by: [], movedTo: null, movedFrom: null };
    const variants = [{ delegations: [delegation], edits: [edit] }];
    const proposal: Proposal = { sponsors: [sponsor], wording: tokens, variants, nearIdenticalTo: [] };
    const place = { story: story.id, kind: story.kind, paragraph: 0, headings: [], citation: "" };
    return { id: `${story.id}/${i + 1}`, fromA: gap, toA: gap, place, proposals: [proposal] };
  });
}

/** What was inserted stands elsewhere now; a comment on it stands where it was inserted. */
function onBaseText(placed: PlacedComment): PlacedComment {
  const end = ({ gap }: AnchorEnd): AnchorEnd => ({ gap, inserted: 0 });
  return { ...placed, comment: { ...placed.comment, from: end(placed.comment.from), to: end(placed.comment.to) } };
}
