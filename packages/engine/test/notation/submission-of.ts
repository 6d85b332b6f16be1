import { alignStories } from "../../src/align/align-stories.ts";
import type { Alignment } from "../../src/align/alignment.ts";
import type { TokenChange } from "../../src/compare/token-change.ts";
import { applyEdits } from "../../src/model/apply-edits.ts";
import type { Delegation } from "../../src/model/delegation.ts";
import type { Comment, Edit, Reformat, Submission } from "../../src/model/submission.ts";
import { type Story, sameTokens, type Token } from "../../src/model/text.ts";

/** A delegation of this code; its name is the code as well. */
export function delegationOf(code: string): Delegation {
  return { code, name: code };
}

/** What a delegation proposes whose file holds `text`: the differences to the base text, of wording and of look. */
export function submissionOf(
  base: Story,
  text: Story,
  delegation: Delegation,
  comments: readonly Comment[] = [],
): Submission {
  const alignment = alignStories(base, text);
  const edits = alignment.changes.map((change) => editOf(change, alignment, text));
  const reformats = reformatsOf(base.tokens, text.tokens, alignment.changes);
  const isUntouched = edits.length === 0 && reformats.length === 0;
  return {
    delegation,
    file: { name: `${delegation.code}.docx`, sha256: "0".repeat(64), bytes: 1000 },
    stories: isUntouched ? [] : [{ story: base.id, edits, reformats }],
    comments,
    notices: [],
    likeness: 1,
    equalsFile: sameTokens(applyEdits(base.tokens, edits, reformats), text.tokens),
    source: null,
    recorded: 0,
    notCarried: [],
  };
}

function editOf(change: TokenChange, { moves }: Alignment, text: Story): Edit {
  const { fromA, toA, fromB, toB } = change;
  const move = moves.findIndex((each) =>
    fromB === toB
      ? each.fromA === fromA && each.toA === toA
      : fromA === toA && each.fromB === fromB && each.toB === toB,
  );
  const inserted = text.tokens.slice(fromB, toB);
  return { fromA, toA, inserted, tracked: true, by: [], move: move < 0 ? null : `move ${move}` };
}

function reformatsOf(a: readonly Token[], b: readonly Token[], changes: readonly TokenChange[]): Reformat[] {
  const reformats: Reformat[] = [];
  let ahead = 0;
  let next = 0;
  for (let i = 0; i < a.length; i++) {
    for (let change = changes[next]; change !== undefined && change.fromA <= i; change = changes[++next]) {
      i = Math.max(i, change.toA);
      ahead = change.toB - change.toA;
    }
    const [before, after] = [a[i], b[i + ahead]];
    if (before === undefined || after === undefined || before.format === after.format) continue;
    reformats.push({ fromA: i, toA: i + 1, tokens: [after], tracked: true, by: [] });
  }
  return reformats;
}
