import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DELEGATIONS } from "../../../../fixtures/illustrative/delegations.ts";
import { GUIDE_FILE } from "../../../../fixtures/illustrative/guide.ts";
import { resolveChanges, type WordPackage } from "../../src/index.ts";
import { readCorpus, WITHOUT_CORPUS } from "../ooxml/corpus.ts";
import { isWordMarkup, schemaFaults, WITHOUT_SCHEMAS, type XmlFile } from "../ooxml/wml-schema.ts";
import { compileFiles, open, type SentFile } from "./compile-files.ts";
import { PAIRS, TRACKED } from "./corpus-lists.ts";
import { expectAllLaws } from "./not-yet.ts";
import { unsoundness } from "./sound-word-file.ts";

/** A tracked Word file with all that it was made of. */
interface Made {
  readonly name: string;
  readonly made: WordPackage;
  readonly base: WordPackage;
  readonly inputs: readonly WordPackage[];
}

const SETS: readonly (readonly [name: string, make: () => Made[]])[] = [
  [
    "all pairs",
    () => PAIRS.map(({ before, after }) => make(`${before} to ${after}`, readCorpus(before), [readCorpus(after)])),
  ],
  [
    "all files with tracked changes",
    () =>
      TRACKED.map((name) => {
        const bytes = readCorpus(name);
        return make(name, resolveChanges(open(bytes), "reject"), [bytes]);
      }),
  ],
  [
    "the illustrative guide",
    () => [
      make(
        "illustrative",
        illustrative(GUIDE_FILE),
        DELEGATIONS.map(({ fileName }) => illustrative(fileName)),
      ),
    ],
  ],
];

describe.each(SETS)(`the tracked Word files of %s${WITHOUT_CORPUS}${WITHOUT_SCHEMAS}`, (set, makeAll) => {
  let known: readonly Made[] | null = null;
  const all = (): readonly Made[] => {
    known ??= makeAll();
    return known;
  };

  test("have nothing that Word would repair, nor a trace of the machine", () => {
    expectAllLaws(new Map(all().map(({ name, made, base }) => [`${name}: sound`, unsoundness(made, base)])));
  });

  test.skipIf(WITHOUT_SCHEMAS !== "")(
    "follow the schema as far as the files do that they were made of",
    { timeout: 60_000 },
    async () => {
      const files = all();
      const written = files.flatMap(({ name, made, base }) =>
        partsOf(name, made).filter(({ part }) => !isBases(part, made, base)),
      );
      const faults = Map.groupBy(await schemaFaults(written, "wml.xsd"), ({ fileName }) => fileName);
      const suspects = files.filter(({ name, made }) =>
        partsOf(name, made).some(({ fileName }) => faults.has(fileName)),
      );
      const inputs = suspects.flatMap(({ name, inputs: own }) =>
        own.flatMap((input, i) => partsOf(`${name} input ${i}`, input)),
      );
      const excused = new Set((await schemaFaults(inputs, "wml.xsd")).map(({ message }) => kindOf(message)));
      const fresh = files.map(({ name, made }): [string, string[]] => {
        const own = partsOf(name, made).flatMap(({ fileName }) => faults.get(fileName) ?? []);
        const kinds = new Set(own.map(({ message }) => kindOf(message)));
        return [`${name}: schema`, [...kinds].filter((kind) => !excused.has(kind))];
      });
      expectAllLaws(new Map(fresh));
      if (set === "the illustrative guide") expect(written.length).toBeGreaterThan(3);
    },
  );
});

test.skipIf(WITHOUT_SCHEMAS !== "")(`a tracked change in the wrong place is found${WITHOUT_SCHEMAS}`, async () => {
  const xml = open(illustrative(GUIDE_FILE)).text("/word/document.xml");
  const wrong = xml.replace("<w:body>", '<w:body><w:r><w:ins w:id="1" w:author="XAA"/></w:r>');
  expect(await schemaFaults([{ fileName: "wrong.xml", xml: wrong }], "wml.xsd")).not.toEqual([]);
  expect(await schemaFaults([{ fileName: "right.xml", xml }], "wml.xsd")).toEqual([]);
});

function make(name: string, base: Uint8Array, submissions: readonly Uint8Array[]): Made {
  const sent = submissions.map((bytes, i): SentFile => ({ code: DELEGATIONS[i]?.code ?? "XZZ", bytes }));
  const { made } = compileFiles(base, sent);
  const opened = open(base);
  return { name, made, base: opened, inputs: [opened, ...submissions.map(open)] };
}

function partsOf(name: string, source: WordPackage): (XmlFile & { readonly part: string })[] {
  return source.parts.filter(isWordMarkup).map((part) => {
    const fileName = `${name}${part}`.replaceAll(/[^\w.]/g, "_");
    return { fileName, part, xml: source.text(part) };
  });
}

function isBases(part: string, made: WordPackage, base: WordPackage): boolean {
  return base.has(part) && made.sameBytes(part, base, part);
}

/** What is wrong, without where. */
function kindOf(message: string): string {
  return message.replace(/^.*?(?=Element )/, "").trim();
}

function illustrative(name: string): Uint8Array {
  return new Uint8Array(
    readFileSync(new URL(`../../../../fixtures/illustrative/files/${encodeURIComponent(name)}`, import.meta.url)),
  );
}
