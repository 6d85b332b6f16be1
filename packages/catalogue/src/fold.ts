/** Letters that Unicode does not take apart into a plain letter and a mark, and what people type instead of them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ı: "i",
  // Arabic: the closed and the open form of one sound are typed for each other; the long dash only stretches a line.
  ة: "ه",
  ى: "ي",
  ـ: "",
};

/**
 * A text without accents and case, so that `TÜRKİYE`, `Türkiye` and `Turkiye`, composed or not, fold to the same.
 * Works alike on every machine: nothing here depends on a locale.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[ßøłđðþæœıةىـ]/gu, (letter) => PLAIN[letter] ?? letter);
}
