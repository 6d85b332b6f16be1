import { expect, test } from "vitest";
import { isRightToLeft } from "../../src/render/text-direction.ts";

test("languages in Arabic or Hebrew letters run from right to left, whatever their region or script says", () => {
  for (const lang of ["ar", "ar-EG", "fa", "he-IL", "ur", "az-Arab"]) expect(isRightToLeft(lang), lang).toBe(true);
  for (const lang of ["en", "ru", "zh-Hans", "", "arn", "he-Latn", 'heb"><x'])
    expect(isRightToLeft(lang), lang).toBe(false);
});
