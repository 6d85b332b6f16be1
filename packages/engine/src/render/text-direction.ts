/** True for languages (BCP 47) that are written from right to left. */
export function isRightToLeft(lang: string): boolean {
  if (/^[a-z]{2,3}-(latn|cyrl)\b/i.test(lang)) return false;
  return (
    /^(ar|dv|fa|he|ks|ku-arab|ps|sd|syr|ug|ur|yi)\b/i.test(lang) || /^[a-z]{2,3}-(arab|hebr|syrc|thaa)\b/i.test(lang)
  );
}

/**
 * The direction of words in a paragraph: that of their own letters, so that a paper in Arabic can quote English. Signs and
 * figures go with the paragraph.
 */
export function goesRightToLeft(words: string, inParagraph: boolean): boolean {
  return RIGHT_TO_LEFT.test(words) || (inParagraph && !LETTER.test(words));
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LETTER = /\p{L}/u;
