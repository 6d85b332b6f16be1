import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DELEGATIONS } from "../../../../fixtures/illustrative/delegations.ts";
import { GUIDE_FILE } from "../../../../fixtures/illustrative/guide.ts";
import { manifestOf, submissions } from "../../../../fixtures/illustrative/submissions.ts";
import { compileFiles, type SentFile } from "./compile-files.ts";
import { brokenLaws } from "./holds.ts";
import { brokenSponsors } from "./true-sponsors.ts";

const BASE = bytesOf(GUIDE_FILE);
const SENT: readonly SentFile[] = DELEGATIONS.map(({ code, fileName }) => ({ code, bytes: bytesOf(fileName) }));

test("the laws hold for the nine submissions together", () => expect(brokenLaws(BASE, SENT)).toEqual([]));

test.each(SENT)("the laws hold for $code alone", (sent) => expect(brokenLaws(BASE, [sent])).toEqual([]));

test("every passage names exactly the sponsors that the manifest names", () => {
  const { compilation } = compileFiles(BASE, SENT);
  expect(brokenSponsors(compilation, manifestOf(submissions()).edits)).toEqual([]);
});

function bytesOf(name: string): Uint8Array {
  return new Uint8Array(
    readFileSync(new URL(`../../../../fixtures/illustrative/files/${encodeURIComponent(name)}`, import.meta.url)),
  );
}
