import { setupI18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from "react";
import { I18nProvider as AriaLocale } from "react-aria-components";
import { ar as workbenchAr } from "../workbench/messages/ar.ts";
import { en as workbenchEn } from "../workbench/messages/en.ts";
import { recall, remember } from "./memory.ts";
import { ar as appAr } from "./messages/ar.ts";
import { en as appEn } from "./messages/en.ts";

/** The languages of the interface, each by its own name. */
export const LANGUAGES = { en: "English", ar: "العربية" } as const;

export type LanguageCode = keyof typeof LANGUAGES;

const MESSAGES = { en: { ...appEn, ...workbenchEn }, ar: { ...appAr, ...workbenchAr } };
// Citations and file names have Western digits; two kinds of digits in one line would not be readable.
const LOCALES = { en: "en-GB", ar: "ar-u-nu-latn" } as const;

const LanguageContext = createContext<readonly [LanguageCode, (language: LanguageCode) => void]>([
  "en",
  () => undefined,
]);

/** The language of the interface, and a way to choose another; the page remembers it. */
export function useLanguage() {
  return useContext(LanguageContext);
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<LanguageCode>(firstLanguage);
  const i18n = useMemo(
    () => setupI18n({ locale: language, locales: LOCALES[language], messages: MESSAGES }),
    [language],
  );
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
    document.title = i18n._("title");
  }, [language, i18n]);
  const choose = (chosen: LanguageCode): void => {
    remember("language", chosen);
    setLanguage(chosen);
  };
  return (
    <I18nProvider i18n={i18n}>
      <AriaLocale locale={LOCALES[language]}>
        <LanguageContext value={[language, choose]}>{children}</LanguageContext>
      </AriaLocale>
    </I18nProvider>
  );
}

/** What was chosen last, else what the browser asks for, else English. */
function firstLanguage(): LanguageCode {
  const asked = [recall("language") ?? "", ...navigator.languages].map((tag) => tag.slice(0, 2));
  return asked.find((tag): tag is LanguageCode => tag in LANGUAGES) ?? "en";
}
