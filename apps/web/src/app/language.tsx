import { type I18n, type Messages, setupI18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { createContext, type ReactNode, useContext, useState } from "react";
import { directionOf, type LanguageCode, LOCALES } from "../design/languages.ts";
import { keepChoice } from "./choices.ts";
import { loadMessages } from "./load-messages.ts";

type ChooseLanguage = (language: LanguageCode) => Promise<void>;

const LanguageContext = createContext<readonly [LanguageCode, ChooseLanguage]>(["en", async () => undefined]);

/** The language of the interface, and a way to choose another; the browser keeps the choice. */
export function useLanguage(): readonly [LanguageCode, ChooseLanguage] {
  return useContext(LanguageContext);
}

interface LanguageProviderProps {
  readonly first: LanguageCode;
  /** The words of the first language. */
  readonly messages: Messages;
  readonly children: ReactNode;
}

export function LanguageProvider({ first, messages, children }: LanguageProviderProps) {
  const [spoken, setSpoken] = useState(() => speaking(first, messages));
  const choose: ChooseLanguage = async (language) => {
    const next = speaking(language, await loadMessages(language));
    keepChoice("language", language);
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    setSpoken(next);
  };
  return (
    <I18nProvider i18n={spoken.i18n}>
      <LanguageContext value={[spoken.language, choose]}>{children}</LanguageContext>
    </I18nProvider>
  );
}

function speaking(language: LanguageCode, messages: Messages): { language: LanguageCode; i18n: I18n } {
  const i18n = setupI18n({ locale: language, locales: LOCALES[language], messages: { [language]: messages } });
  return { language, i18n };
}
