import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openPackage, readBase, wordNotice } from "../../src/index.ts";
import { buildZip, LEAST, nodeInflater } from "../ooxml/build-zip.ts";
import { compileOne, paragraphs, smallFile } from "./small-file.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The small file of the tests with macros, as Word keeps them in a .docm. */
function withMacros(): Uint8Array {
  const parts = LEAST.map(({ name, content }) => {
    const plain = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    const types = (content as string)
      .replace(plain, "vnd.ms-word.document.macroEnabled.main+xml")
      .replace(
        "<Override",
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/word/vbaData.xml" ContentType="application/vnd.ms-word.vbaData+xml"/><Override',
      );
    return { name, content: name === "[Content_Types].xml" ? types : (content as string) };
  });
  const relationships = (type: string, target: string): string =>
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + `<Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  return buildZip([
    ...parts,
    { name: "word/_rels/document.xml.rels", content: relationships("vbaProject", "vbaProject.bin") },
    { name: "word/vbaProject.bin", content: "Sub AutoOpen()" },
    { name: "word/_rels/vbaProject.bin.rels", content: relationships("wordVbaData", "vbaData.xml") },
    { name: "word/vbaData.xml", content: "<a/>" },
  ]);
}

describe("macros are left out, and a notice says so", () => {
  test("those of the base do not get into the tracked file, which is a plain document then", () => {
    const base = withMacros();
    expect(openPackage(base, nodeInflater()).hasMacros).toBe(true);
    const { bytes } = compileOne(base, smallFile(paragraphs("States may report.")));
    const made = openPackage(bytes, nodeInflater());
    expect(made.hasMacros).toBe(false);
    expect(made.parts).toEqual(["/word/document.xml"]);
    expect(made.contentTypeOf(made.mainPart)).toBe(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    );
    expect(made.text("/[Content_Types].xml")).not.toMatch(/vba|macro/i);
    expect(made.relationshipsOf(made.mainPart)).toEqual([]);
  });

  test("of the base and of a submission", () => {
    const { notices } = readBase(openPackage(withMacros(), nodeInflater()));
    expect(notices.map(wordNotice)).toEqual(["The file holds macros. They were left out and never run."]);
    const { submission } = compileOne(smallFile(paragraphs("States shall report.")), withMacros());
    expect(submission.notices).toContainEqual({ code: "macros-dropped" });
  });

  test("a submission cannot bring its macros in as if they were an image", () => {
    const body = '<w:p><w:r><w:object><o:x xmlns:o="urn:o" r:id="rId7"/></w:object></w:r></w:p>';
    const file = smallFile(body, {
      parts: {
        "word/vbaProject.bin": { type: "image", xml: "Sub AutoOpen()" },
        "[Content_Types].xml2": { type: "x", xml: "" },
      },
      relationships: `<Relationship Id="rId7" Type="${OFFICE}/image" Target="vbaProject.bin"/>`,
    });
    const hostile = openPackage(file, nodeInflater());
    const types = LEAST[0]?.content as string;
    const typed = buildZip([
      {
        name: "[Content_Types].xml",
        content: types.replace(
          "</Types>",
          '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
        ),
      },
      ...hostile
        .entries()
        .filter(({ name }) => !name.startsWith("["))
        .map(({ name, compressed, size, crc32 }) => ({ name, compressed, size, crc: crc32 })),
    ]);
    const made = openPackage(compileOne(smallFile(paragraphs("States shall report.")), typed).bytes, nodeInflater());
    expect(made.hasMacros).toBe(false);
    expect(made.parts.filter((part) => part.includes("media"))).toEqual([]);
  });
});

describe("what lies outside the file", () => {
  test("stays a link: an image, a template, a page are never fetched", () => {
    const external = (id: string, type: string, target: string): string =>
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}" TargetMode="External"/>`;
    const relationships =
      external("rId1", "image", "https://example.org/tracking.png")
      + external("rId2", "attachedTemplate", "\\\\\\\\server\\share\\evil.dotm")
      + external("rId3", "hyperlink", "file:///etc/passwd");
    const body =
      '<w:p><w:r><w:drawing><a:blip xmlns:a="urn:a" r:link="rId1"/></w:drawing></w:r>'
      + '<w:hyperlink r:id="rId3"><w:r><w:t>here</w:t></w:r></w:hyperlink></w:p>';
    const { bytes, accepted } = compileOne(
      smallFile(paragraphs("States shall report.")),
      smallFile(body, { relationships }),
    );
    expect(accepted).toContain("here");
    const made = openPackage(bytes, nodeInflater());
    expect(made.relationshipsOf(made.mainPart).map(({ target, external: isOut }) => [target, isOut])).toEqual([
      ["https://example.org/tracking.png", true],
      ["file:///etc/passwd", true],
    ]);
  });

  test("cannot be reached: no file of the engine names anything that could", () => {
    const root = fileURLToPath(new URL("../../src", import.meta.url));
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    expect(files.length).toBeGreaterThan(50);
    const reaching =
      /\b(fetch|XMLHttpRequest|WebSocket|EventSource|importScripts|navigator|sendBeacon|require)\s*\(|\bnew (WebSocket|EventSource|Worker|Image)\b|\bimport\s*\(|from "(node:|https?:)/;
    for (const name of files) {
      const code = readFileSync(join(root, name), "utf8").replace(/\/\*.*?\*\/|^\s*\/\/.*$/gms, "");
      expect(reaching.exec(code)?.[0], name).toBeUndefined();
    }
  });
});

test("an image of 200 MB goes through as it is compressed, and is never inflated", { timeout: 60_000 }, () => {
  const size = 200 * 1024 * 1024;
  // Noise is as large when it is compressed; only the checksum, which nobody asks for, is made up.
  const picture = { name: "word/media/image1.png", compressed: new Uint8Array(size), size, crc: 7, method: 0 };
  const document = '<w:p><w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed="rId7"/></w:drawing></w:r></w:p>';
  const small = openPackage(
    smallFile(document + paragraphs("States shall report."), {
      relationships: `<Relationship Id="rId7" Type="${OFFICE}/image" Target="media/image1.png"/>`,
    }),
    nodeInflater(),
  );
  const entries = small
    .entries()
    .map(({ name, compressed, size: length, crc32 }) => ({ name, compressed, size: length, crc: crc32 }));
  const base = buildZip([...entries, picture]);
  const inflater = nodeInflater();
  const opened = openPackage(base, inflater);
  readBase(opened);
  expect(inflater.inflated).toBeLessThan(100_000);
  const { bytes } = compileOne(base, base);
  expect(bytes.length).toBeGreaterThan(size);
  const made = openPackage(bytes, nodeInflater());
  expect(made.compressed("/word/media/image1.png")).toMatchObject({ size, crc32: 7, method: 0 });
});
