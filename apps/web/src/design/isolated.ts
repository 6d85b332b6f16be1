/**
 * Words on their own, whichever way the sentence around them is written: between FIRST STRONG ISOLATE and POP DIRECTIONAL
 * ISOLATE (Unicode Standard Annex 9).
 */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}
