import type { CompiledStory, Proposal } from "../../model/compilation.ts";
import type { Addition } from "./compose-story.ts";

/** Who adds brackets and attributions, beside the delegations. No code of a delegation holds a space. */
export const EDITOR = "the editor";

/** What an editor adds to a story, as proposals of whoever owns the words: the writer of tracked files takes nothing else. */
export function asPassages({ story }: CompiledStory, additions: readonly Addition[]): CompiledStory["passages"] {
  return additions.map(({ gap, owner, tokens }, i) => {
    const delegation = owner ?? EDITOR;
    // Told as one end of a move, an insertion stays at its gap: what stands together here may come from several files.
    const edit = { fromA: gap, toA: gap, inserted: tokens, tracked: false, by: [], move: EDITOR };
    const sponsor = { delegation, tracked: false, by: [], movedTo: null, movedFrom: null };
    const variants = [{ delegations: [delegation], edits: [edit], editsOfEach: [[edit]] }];
    const proposal: Proposal = { sponsors: [sponsor], wording: tokens, variants, nearIdenticalTo: [] };
    const place = { story: story.id, kind: story.kind, paragraph: 0, headings: [], citation: "" };
    return { id: `${story.id}/${i + 1}`, fromA: gap, toA: gap, place, proposals: [proposal] };
  });
}
