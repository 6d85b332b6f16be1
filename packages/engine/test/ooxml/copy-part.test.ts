import { expect, test } from "vitest";
import { PackageEdit } from "../../src/ooxml/package-edit.ts";
import { openPackage } from "../../src/ooxml/word-package.ts";
import { buildZip, LEAST, nodeInflater } from "./build-zip.ts";

test("a part of another file is copied as it is compressed, and nothing of it is inflated", () => {
  const size = 200 * 1024 * 1024;
  const picture = { name: "word/media/a.png", compressed: new Uint8Array(1000), size, crc: 7 };
  const inflater = nodeInflater();
  const other = openPackage(buildZip([...LEAST, picture]), inflater);
  const base = openPackage(buildZip(LEAST), inflater);
  const before = inflater.inflated;
  const edit = new PackageEdit(base).withCopy("/word/media/b.png", other.compressed("/word/media/a.png"), "image/png");
  const made = openPackage(edit.write(), nodeInflater());
  expect(made.compressed("/word/media/b.png")).toMatchObject({ name: "word/media/b.png", size, crc32: 7, method: 8 });
  expect(made.contentTypeOf("/word/media/b.png")).toBe("image/png");
  expect(inflater.inflated).toBe(before);
});
