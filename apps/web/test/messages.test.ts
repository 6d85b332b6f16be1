import { setupI18n } from "@lingui/core";
import { describe, expect, test } from "vitest";
import { ar as appAr } from "../src/app/messages/ar.ts";
import { en as appEn } from "../src/app/messages/en.ts";
import { ar as workbenchAr } from "../src/workbench/messages/ar.ts";
import { en as workbenchEn } from "../src/workbench/messages/en.ts";

const english: Readonly<Record<string, unknown>> = { ...appEn, ...workbenchEn };
const arabic: Readonly<Record<string, unknown>> = { ...appAr, ...workbenchAr };

describe("the words of the interface", () => {
  test("take the same values in every language", () => {
    const values = (messages: typeof english) =>
      Object.fromEntries(Object.entries(messages).map(([id, message]) => [id, valuesOf(message)]));
    expect(values(arabic)).toEqual(values(english));
  });

  test("have no form of Arabic that falls back to English", () => {
    const same = Object.keys(english).filter((id) => JSON.stringify(english[id]) === JSON.stringify(arabic[id]));
    expect(same).toEqual([]);
  });

  test.each([
    [0, "لم يُزل أي ملف."],
    [1, "أُزيل ملف واحد."],
    [2, "أُزيل ملفان."],
    [5, "أُزيلت 5 ملفات."],
    [57, "أُزيل 57 ملفا."],
  ])("count files in Arabic: %i", (count, words) => {
    const i18n = setupI18n({ locale: "ar", locales: "ar-u-nu-latn", messages: { ar: workbenchAr } });
    expect(i18n._("files removed", { count })).toBe(words);
  });
});

/** Names of values in a message, each once; the forms of a plural share theirs. */
function valuesOf(message: unknown): readonly string[] {
  if (!Array.isArray(message)) return [];
  const names = message.flatMap((piece: unknown): readonly string[] => {
    if (!Array.isArray(piece)) return [];
    const [name, , forms] = piece as unknown as readonly [string, string?, Readonly<Record<string, unknown>>?];
    return [name, ...Object.values(forms ?? {}).flatMap(valuesOf)];
  });
  return [...new Set(names)].sort();
}
