import { isLanguage, type LanguageCode } from "../design/languages.ts";

export const THEMES = ["system", "light", "dark"] as const;

export type Theme = (typeof THEMES)[number];

/** What a reader chose for all pages. It is kept in cookies, so that the server shows a page right from the start. */
export interface Choices {
  readonly language: LanguageCode;
  readonly theme: Theme;
}

/**
 * Without a choice: the first language that the browser asks for and we have, else English; the theme of the system.
 * `cookies` is a `Cookie` header, `asked` are language tags such as `fr-CH`, the preferred one first.
 */
export function choicesOf(cookies: string, asked: readonly string[]): Choices {
  const kept = keptIn(cookies);
  const languages = [kept.get("language") ?? "", ...asked].map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return {
    language: languages.find(isLanguage) ?? "en",
    theme: THEMES.find((theme) => theme === kept.get("theme")) ?? "system",
  };
}

/** Keeps a choice for a year. Files and texts are never kept. */
export function keepChoice(name: keyof Choices, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is younger than the browsers that we serve
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

function keptIn(cookies: string): ReadonlyMap<string, string> {
  return new Map(
    cookies.split(";").map((cookie): [string, string] => {
      const [name = "", value = ""] = cookie.split("=");
      return [name.trim(), value.trim()];
    }),
  );
}
