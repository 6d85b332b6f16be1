import { expect, test } from "vitest";
import { nearIdentical } from "../../src/compare/near-identical.ts";

test.each([
  ["spacing", "shall  report", "shall report"],
  ["a no-break space", "5\u00A0km", "5 km"],
  ["a space before a colon", "objet :", "objet:"],
  ["kinds of quotation marks", "the “List”", 'the "List"'],
  ["guillemets", "« liste »", "“liste”"],
  ["kinds of apostrophes", "l’État", "l'État"],
  ["kinds of dashes", "dual–use", "dual-use"],
  ["case", "Member States", "member states"],
  ["a soft hyphen", "co\u00ADoperate", "cooperate"],
  ["the way an accent is stored", "re\u0301gime", "régime"],
])("wordings that differ only in %s are nearly identical", (_, a, b) => {
  expect(nearIdentical(a, b)).toBe(true);
});

test.each([
  ["equal wordings, which are identical", "shall", "shall"],
  ["a comma", "shall, report", "shall report"],
  ["a letter", "shall", "shell"],
  ["an accent", "régime", "regime"],
  ["a hyphen that is there or not", "co-operate", "cooperate"],
  ["a dash in place of quotation marks", "“List”", "–List–"],
])("not nearly identical: %s", (_, a, b) => {
  expect(nearIdentical(a, b)).toBe(false);
});
