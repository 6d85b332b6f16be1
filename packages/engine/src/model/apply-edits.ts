import type { Edit, Reformat } from "./submission.ts";
import type { Token } from "./text.ts";

/**
 * The base tokens `from` to `to` as somebody proposes them: what the edits delete is left out, what they insert is put
 * in, what is reformatted looks so. Edits must lie within the range, in order.
 */
export function applyEdits(
  base: readonly Token[],
  edits: readonly Edit[],
  reformats: readonly Reformat[] = [],
  from = 0,
  to: number = base.length,
): Token[] {
  const looks = new Map<number, Token>();
  for (const { fromA, tokens } of reformats) for (const [i, token] of tokens.entries()) looks.set(fromA + i, token);
  const result: Token[] = [];
  let at = from;
  const keep = (end: number): void => {
    for (; at < end; at++) result.push(looks.get(at) ?? (base[at] as Token));
  };
  for (const edit of edits) {
    keep(edit.fromA);
    at = edit.toA;
    for (const token of edit.inserted) result.push(token);
  }
  keep(to);
  return result;
}
