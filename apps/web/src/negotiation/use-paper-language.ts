import { useLingui } from "@lingui/react";
import { isLanguage, type LanguageCode } from "../design/languages.ts";

/** In which language a paper is written: the reader's, as the page is. */
export function usePaperLanguage(): LanguageCode {
  const { locale } = useLingui().i18n;
  return isLanguage(locale) ? locale : "en";
}
