import type { Messages } from "@lingui/core";
import type { LanguageCode } from "../design/languages.ts";

const LANGUAGES: Readonly<Record<LanguageCode, () => Promise<{ readonly messages: Messages }>>> = {
  en: () => import("./languages/en.ts"),
  fr: () => import("./languages/fr.ts"),
  ru: () => import("./languages/ru.ts"),
  es: () => import("./languages/es.ts"),
  ar: () => import("./languages/ar.ts"),
};

/** The words of all rooms but those apart, in one language; the browser fetches no other. */
export async function loadMessages(language: LanguageCode): Promise<Messages> {
  return (await LANGUAGES[language]()).messages;
}
