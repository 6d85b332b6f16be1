import type { TokenChange } from "../../src/compare/token-change.ts";
import type { Token } from "../../src/model/text.ts";
import { written } from "./story-of.ts";

/** A with its changes in place: `States [shall => should ]report.` An empty side stays empty. */
export function shown(a: readonly Token[], b: readonly Token[], changes: readonly TokenChange[]): string {
  let text = "";
  let at = 0;
  for (const { fromA, toA, fromB, toB } of changes) {
    text += written(a.slice(at, fromA));
    text += `[${written(a.slice(fromA, toA))}=>${written(b.slice(fromB, toB))}]`;
    at = toA;
  }
  return text + written(a.slice(at));
}

/** The wordings of A after all changes were made in it. */
export function applied(a: readonly Token[], b: readonly Token[], changes: readonly TokenChange[]): string[] {
  const row: string[] = [];
  let at = 0;
  for (const { fromA, toA, fromB, toB } of changes) {
    row.push(...a.slice(at, fromA).map(wordingOf), ...b.slice(fromB, toB).map(wordingOf));
    at = toA;
  }
  return [...row, ...a.slice(at).map(wordingOf)];
}

export function wordingOf(token: Token): string {
  return token.wording;
}
