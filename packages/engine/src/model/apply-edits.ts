import type { Edit, Reformat } from "./submission.ts";
import type { Token } from "./text.ts";

/**
 * The base tokens `from` to `to` as somebody proposes them: what the edits delete is left out, what they insert is put
 * in, what is reformatted looks so. Edits must lie within the range, in order.
 */
export function applyEdits(
  base: readonly Token[],
  edits: readonly Edit[],
  reformats: readonly LookRange[] = [],
  from = 0,
  to: number = base.length,
): Token[] {
  const result: Token[] = [];
  const looks = looksOf(reformats);
  let at = from;
  const keep = (end: number): void => {
    if (looks === null) for (; at < end; at++) result.push(base[at] as Token);
    else for (; at < end; at++) result.push(looks.get(at) ?? (base[at] as Token));
  };
  for (const edit of edits) {
    keep(edit.fromA);
    at = edit.toA;
    for (const token of edit.inserted) result.push(token);
  }
  keep(to);
  return result;
}

/** The new looks by position; `null` for none, since most submissions change no formatting and most tokens have to be fast. */
function looksOf(reformats: readonly LookRange[]): Map<number, Token> | null {
  if (reformats.length === 0) return null;
  const looks = new Map<number, Token>();
  for (const { fromA, tokens } of reformats) for (const [i, token] of tokens.entries()) looks.set(fromA + i, token);
  return looks;
}

type LookRange = Pick<Reformat, "fromA" | "tokens">;
