import { expect, test } from "vitest";
import { shareOf, wordShare } from "../../src/model/share.ts";

test("a share is the same figure on a page and in a text, and 100 % is all", () => {
  // What pages do with a likeness, in each of their languages.
  const onPage = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
  const faults: string[] = [];
  for (let whole = 1; whole <= 400; whole++) {
    for (let part = 0; part <= whole; part++) {
      const share = shareOf(part, whole);
      const inText = wordShare(share);
      if (onPage.format(share) !== inText.replace(" ", "")) faults.push(`${part} of ${whole}: ${inText}`);
      if ((inText === "100 %") !== (part === whole)) faults.push(`${part} of ${whole} is all or not all`);
    }
  }
  expect(faults).toEqual([]);
  expect(wordShare(shareOf(299, 300))).toBe("99.6 %");
  expect(wordShare(shareOf(997, 1000))).toBe("99.7 %");
});

test("of nothing, all is there", () => {
  expect(shareOf(0, 0)).toBe(1);
});
