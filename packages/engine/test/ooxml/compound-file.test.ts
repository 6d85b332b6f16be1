import { expect, test } from "vitest";
import { readZip } from "../../src/ooxml/zip-reader.ts";
import { nodeInflater } from "./build-zip.ts";

/** A compound file as far as its directory: a head of 512 bytes, then 128 bytes for each stream. */
function compoundFile(streams: readonly string[], text = ""): Uint8Array {
  const bytes = Buffer.alloc(512 + 128 * streams.length + 512);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  for (const [i, name] of streams.entries()) {
    bytes.write(name, 512 + 128 * i, "utf16le");
    bytes.writeUInt16LE(2 * name.length + 2, 512 + 128 * i + 64);
  }
  bytes.write(text, 512 + 128 * streams.length, "utf16le");
  return new Uint8Array(bytes);
}

const open = (bytes: Uint8Array) => () => readZip(bytes, nodeInflater());

test("tells a .docx with a password from a .doc", () => {
  expect(open(compoundFile(["Root Entry", "EncryptionInfo", "EncryptedPackage"]))).toThrow(
    expect.objectContaining({ code: "password-protected" }),
  );
  expect(open(compoundFile(["Root Entry", "1Table", "WordDocument"]))).toThrow(
    expect.objectContaining({ code: "legacy-doc", advice: expect.stringContaining(".docx") }),
  );
});

test("is not misled by a .doc that writes about encrypted packages", () => {
  expect(open(compoundFile(["Root Entry", "WordDocument"], "EncryptedPackage"))).toThrow(
    expect.objectContaining({ code: "legacy-doc" }),
  );
});

test("says of a workbook or a message that it is no text", () => {
  expect(open(compoundFile(["Root Entry", "Workbook"]))).toThrow(expect.objectContaining({ code: "not-a-zip" }));
});
