/**
 * The text without what neither XML 1.0 (production 2) nor HTML can hold: control characters but for the tab and line
 * ends, lone surrogates, code points that are no characters. Each becomes U+FFFD.
 */
export function legalText(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]|\p{Cs}|\p{Noncharacter_Code_Point}/gu, "\uFFFD");
}
