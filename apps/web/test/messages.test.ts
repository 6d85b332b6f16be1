import { setupI18n } from "@lingui/core";
import { describe, expect, test } from "vitest";
import { loadMessages } from "../src/app/load-messages.ts";
import { loadWords, ROOMS_APART } from "../src/app/words-apart.tsx";
import { LANGUAGES, type LanguageCode, LOCALES } from "../src/design/languages.ts";

const codes = Object.keys(LANGUAGES) as LanguageCode[];
const others = codes.filter((code) => code !== "en");

describe("the words of the interface", () => {
  test.each(others)("take the same values in English and in %s", async (code) => {
    const values = async (language: LanguageCode) =>
      Object.fromEntries(
        Object.entries(await allMessages(language)).map(([id, message]) => [id, Object.keys(valuesOf(message)).sort()]),
      );
    expect(await values(code)).toEqual(await values("en"));
  });

  test.each(codes)("have every form of the plural that %s has", async (code) => {
    const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
    const wrong = Object.entries(await allMessages(code)).flatMap(([id, message]) =>
      Object.values(valuesOf(message)).flatMap((forms) => {
        const given = forms?.filter((form) => form !== "0").sort() ?? [];
        return forms === null || String(given) === String([...pluralCategories].sort()) ? [] : [`${id}: ${given}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test.each(others)("have nothing in %s that fell back to English", async (code) => {
    const [english, spoken] = [await allMessages("en"), await allMessages(code)];
    const same = Object.keys(english).filter((id) => JSON.stringify(english[id]) === JSON.stringify(spoken[id]));
    expect(same.filter((id) => !isSpelledAlike(english[id]))).toEqual([]);
  });

  test.each([
    ["ar", 0, "لم يُزل أي ملف."],
    ["ar", 2, "أُزيل ملفان."],
    ["ar", 5, "أُزيلت 5 ملفات."],
    ["ar", 57, "أُزيل 57 ملفا."],
    ["ru", 1, "Убран 1 файл."],
    ["ru", 3, "Убрано 3 файла."],
    ["ru", 57, "Убрано 57 файлов."],
    ["fr", 0, "0 fichier a été retiré."],
    ["es", 1, "Se quitó 1 archivo."],
  ] as const)("count files in %s: %i", async (code, count, words) => {
    const messages = { [code]: await allMessages(code) };
    const i18n = setupI18n({ locale: code, locales: LOCALES[code], messages });
    expect(i18n._("workbench: files removed", { count })).toBe(words);
  });
});

/** Of all rooms, those apart among them. */
async function allMessages(language: LanguageCode) {
  const apart = await Promise.all(ROOMS_APART.map((room) => loadWords(room, language)));
  return Object.assign({}, await loadMessages(language), ...apart) as Awaited<ReturnType<typeof loadMessages>>;
}

/** One or two short words can be the same in two languages: `Compilation`, `Instructions`, `Web`. */
function isSpelledAlike(message: unknown): boolean {
  return JSON.stringify(message).replaceAll(/[^\p{L}]/gu, "").length <= 24;
}

/** The values in a message by their names, each with the forms of its plural, or `null` where it is no number. */
function valuesOf(message: unknown): Readonly<Record<string, readonly string[] | null>> {
  if (!Array.isArray(message)) return {};
  const found: Record<string, readonly string[] | null> = {};
  for (const piece of message as unknown[]) {
    if (!Array.isArray(piece)) continue;
    const [name, , forms] = piece as unknown as readonly [string, string?, Readonly<Record<string, unknown>>?];
    found[name] = forms === undefined ? null : Object.keys(forms);
    for (const form of Object.values(forms ?? {})) Object.assign(found, { ...valuesOf(form), [name]: found[name] });
  }
  return found;
}
