import type { Token } from "../model/text.ts";
import { type Look, readFormatKey } from "./format-key.ts";

/**
 * What stands out in a word: any of `b` bold, `i` italic, `u` underlined, `s` struck, in this order; `""` for none. Only
 * what the words themselves carry: what a style makes bold is not. A word in several looks has what most of its
 * characters have, spaces left out.
 */
export function emphasisOf({ kind, text, format }: Token): string {
  if (format === "" || (kind !== "word" && kind !== "atom")) return "";
  const stretches = readFormatKey(format);
  const lengthOf = (stretch: { from: number; to: number }): number =>
    text.slice(stretch.from, Math.min(stretch.to, text.length)).replaceAll(/\s/gu, "").length;
  const whole = stretches.reduce((sum, stretch) => sum + lengthOf(stretch), 0);
  return SIGNS.filter(([, isShown]) => {
    const shown = stretches.filter(({ look }) => isShown(look));
    return shown.length === stretches.length || shown.reduce((sum, stretch) => sum + lengthOf(stretch), 0) * 2 > whole;
  })
    .map(([sign]) => sign)
    .join("");
}

const SIGNS: readonly (readonly [string, (look: Look) => boolean])[] = [
  ["b", (look) => look.get("w:b") === "on"],
  ["i", (look) => look.get("w:i") === "on"],
  ["u", (look) => look.has("w:u") && !isNone(look.get("w:u"))],
  ["s", (look) => look.get("w:strike") === "on" || look.get("w:dstrike") === "on"],
];

function isNone(value: string | undefined): boolean {
  return value?.includes('w:val="none"') ?? true;
}
