import type { CompilationDocument } from "@compendium/engine";
import { joinDocuments } from "@compendium/engine/parts";
import { expect, test } from "vitest";
import { generateSet } from "../../../fixtures/generated/generate-set.ts";
import { compile } from "../src/consultations/compiling/thread.ts";
import { presentStanding } from "../src/consultations/present-standing.ts";
import { illustrativeFiles } from "../src/installation/illustrative/files.ts";
import { REASON, struckAndBold } from "./support/struck-and-bold.ts";

const illustrative = compiledIllustrative();
const generated = compiledGenerated();

test("a move is one proposal with two ends", () => {
  const { proposals } = presentStanding(illustrative, "XBB");
  const moved = proposals.filter(({ movedTo }) => movedTo !== null);
  expect(moved.length).toBeGreaterThan(0);
  for (const { wording, movedTo, passage } of moved) {
    expect(wording).toBe("");
    expect(movedTo?.wording).not.toBe("");
    expect(proposals.map((each) => each.passage)).not.toContain(movedTo?.passage);
    expect(movedTo?.passage).not.toBe(passage);
  }
});

test.each([
  ["the illustrative round", illustrative],
  ["generated files", generated],
])("everything of a delegation is told, and told once: %s", (_, document) => {
  for (const { code } of document.delegations) {
    const { proposals, formatting, comments } = presentStanding(document, code);
    const isOwn = (sponsors: readonly { readonly delegation: string }[]): boolean =>
      sponsors.some(({ delegation }) => delegation === code);
    const ends = proposals.flatMap(({ movedTo, ...end }) => (movedTo === null ? [end] : [end, movedTo]));
    const passages = document.stories.flatMap((story) => story.passages);
    expect(ends.map(({ passage }) => passage).toSorted()).toEqual(
      passages
        .filter((passage) => passage.proposals.some(({ sponsors }) => isOwn(sponsors)))
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(formatting).toHaveLength(
      document.stories.flatMap((story) => story.formatting.filter(({ sponsors }) => isOwn(sponsors))).length,
    );
    const said = [
      ...ends.flatMap(({ reasons }) => reasons),
      ...comments.map(({ paragraphs }) => paragraphs.join("\n")),
    ];
    expect(said.toSorted()).toEqual(
      document.comments
        .filter(({ delegation }) => delegation === code)
        .map(({ paragraphs }) => paragraphs.join("\n"))
        .toSorted(),
    );
  }
});

test("a reason stands with its proposal", () => {
  const { draft, submissions } = struckAndBold();
  const document = compiled(
    draft.bytes,
    Object.entries(submissions).map(([code, { bytes }]) => ({ code, bytes })),
  );
  const { proposals, comments } = presentStanding(document, "XAA");
  expect(proposals.map(({ wording, reasons }) => ({ wording, reasons }))).toEqual([{ wording: "", reasons: [REASON] }]);
  expect(comments).toEqual([]);
  expect(presentStanding(document, "XBB")).toMatchObject({
    proposals: [],
    formatting: [{ text: "protects ", change: "in part: bold", with: [] }],
  });
});

function compiledIllustrative(): CompilationDocument {
  const { draft, submissions } = illustrativeFiles();
  return compiled(
    draft.bytes,
    [...submissions].map(([code, { bytes }]) => ({ code, bytes })),
  );
}

function compiledGenerated(): CompilationDocument {
  const set = generateSet({ seed: 1540, paragraphs: 40, submissions: 4, edits: 20, mode: "mixed" });
  return compiled(set.base, set.submissions);
}

interface Sent {
  readonly code: string;
  readonly bytes: Uint8Array;
}

/** As the server compiles a round. */
function compiled(draft: Uint8Array, submissions: readonly Sent[]): CompilationDocument {
  const given = (bytes: Uint8Array) => ({
    file: { name: "", sha256: "", bytes: bytes.length },
    bytes: new Uint8Array(bytes),
  });
  const made = compile({
    base: given(draft),
    submissions: submissions.map(({ code, bytes }) => ({ ...given(bytes), delegation: { code, name: code } })),
    delegations: submissions.map(({ code }) => ({ code, name: code })),
    heading: { title: "Guide", symbol: "", round: "", version: "", date: "" },
  });
  if (!made.read) throw new Error(made.problem);
  return joinDocuments(made.parts.map((part) => JSON.parse(part) as CompilationDocument));
}
