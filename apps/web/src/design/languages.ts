/** The languages of the interface, each by its own name. */
export const LANGUAGES = {
  en: "English",
  fr: "Français",
  ru: "Русский",
  es: "Español",
  ar: "العربية",
} as const;

export type LanguageCode = keyof typeof LANGUAGES;

/** How dates and numbers are written. */
export const LOCALES: Readonly<Record<LanguageCode, string>> = {
  en: "en-GB",
  fr: "fr",
  ru: "ru",
  es: "es",
  // Citations and file names have Western digits; two kinds of digits in one line would not be readable.
  ar: "ar-u-nu-latn",
};

export function isLanguage(code: string): code is LanguageCode {
  return code in LANGUAGES;
}

export function directionOf(language: LanguageCode): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}
