import type { InterfaceLanguage } from "@compendium/contract";

/** As pages write dates too: Western digits in Arabic, beside symbols and file names that have no others. */
const LOCALES: Readonly<Record<InterfaceLanguage, string>> = {
  en: "en-GB",
  fr: "fr",
  ru: "ru",
  es: "es",
  ar: "ar-u-nu-latn",
};

/** An instant as people in a zone write it, with the zone: `"15 December 2026 at 18:00 (Europe/Vienna)"`. */
export function inZone(instant: Date, timeZone: string, language: InterfaceLanguage): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeStyle: "short", timeZone });
  return `${format.format(instant)} (${timeZone})`;
}

/** A day as people write it: `"10 March 2026"` of `"2026-03-10"`. */
export function dayInWords(day: string, language: InterfaceLanguage): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}
