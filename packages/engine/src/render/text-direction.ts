/** True for languages (BCP 47) that are written from right to left. */
export function isRightToLeft(lang: string): boolean {
  if (/^[a-z]{2,3}-(latn|cyrl)\b/i.test(lang)) return false;
  return (
    /^(ar|dv|fa|he|ks|ku-arab|ps|sd|syr|ug|ur|yi)\b/i.test(lang) || /^[a-z]{2,3}-(arab|hebr|syrc|thaa)\b/i.test(lang)
  );
}
