import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { seeded } from "../../../../fixtures/generated/random.ts";
import { GUIDE_FILE } from "../../../../fixtures/illustrative/guide.ts";
import { joinUnits, readBase, readSubmission, writeProposals } from "../../src/index.ts";
import { circulate } from "../laws/circulate.ts";
import { open } from "../laws/compile-files.ts";
import { isWordMarkup, schemaFaults, WITHOUT_SCHEMAS, type XmlFile } from "../ooxml/wml-schema.ts";
import { randomProposals } from "./random-proposals.ts";

const GUIDE = new Uint8Array(
  readFileSync(new URL(`../../../../fixtures/illustrative/files/${encodeURIComponent(GUIDE_FILE)}`, import.meta.url)),
);

test.skipIf(WITHOUT_SCHEMAS !== "")(
  `a circulated file, proposals of a browser and joined files follow the schema of Word${WITHOUT_SCHEMAS}`,
  { timeout: 60_000 },
  async () => {
    const circulated = circulate(GUIDE);
    const base = readBase(open(circulated));
    const written = Array.from({ length: 8 }, (_, seed) => {
      const proposer = { name: `Expert ${seed}`, initials: "E", date: "2026-03-02T09:00:00Z" };
      return writeProposals(base, randomProposals(seeded(seed), base), proposer).bytes;
    });
    const units = written.slice(0, 1).map((bytes) => ({
      label: "one",
      submission: readSubmission(base, open(bytes), { code: "XAA", name: "" }, { name: "", sha256: "", bytes: 0 }),
    }));
    const joined = joinUnits(base, units, { code: "XAA", name: "Xanadu" }, { authors: "delegation" });
    expect(joined.kind).toBe("joined");
    const files = [circulated, ...written, ...(joined.kind === "joined" ? [joined.file.bytes] : [])];
    expect(await schemaFaults(files.flatMap(partsOf), "wml.xsd")).toEqual([]);
  },
);

function partsOf(bytes: Uint8Array, i: number): XmlFile[] {
  const source = open(bytes);
  return source.parts.filter(isWordMarkup).map((part) => {
    return { fileName: `${i}${part}`.replaceAll(/[^\w.]/g, "_"), xml: source.text(part) };
  });
}
