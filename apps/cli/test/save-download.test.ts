import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { saveDownload } from "../src/remote/save-download.ts";
import { folderWith } from "./run-compendium.ts";

const file = (name: string) => ({ name, bytes: new TextEncoder().encode("new"), type: "" });

test("a folder gets the file under its own name, and is made if need be", () => {
  const folder = folderWith({});
  expect(saveDownload(file("Guide draft 2.docx"), { out: folder })).toBe(join(folder, "Guide draft 2.docx"));
  expect(saveDownload(file("b.docx"), { out: `${folder}/in/here/` })).toBe(join(folder, "in/here/b.docx"));
  expect(saveDownload(file("b.docx"), { out: join(folder, "mine.docx") })).toBe(join(folder, "mine.docx"));
  expect(readdirSync(folder).sort()).toEqual(["Guide draft 2.docx", "in", "mine.docx"]);
});

test("what stands there is not overwritten, unless told to", () => {
  const folder = folderWith({ "a.docx": "old" });
  expect(() => saveDownload(file("a.docx"), { out: folder })).toThrow("The file stands there already.");
  expect(readFileSync(join(folder, "a.docx"), "utf8")).toBe("old");
  saveDownload(file("a.docx"), { out: folder, force: true });
  expect(readFileSync(join(folder, "a.docx"), "utf8")).toBe("new");
  expect(readdirSync(folder)).toEqual(["a.docx"]);
});

test.each([
  ["../../evil.docx", "evil.docx"],
  ["..\\..\\evil.docx", "evil.docx"],
  ["/etc/passwd", "passwd"],
  ["FSC.DEL:99?.docx", "FSC.DEL-99-.docx"],
  ["..", "download"],
  ["", "download"],
])("a name from the server does not lead out of the folder: %j becomes %j", (name, safe) => {
  const folder = folderWith({});
  expect(saveDownload(file(name), { out: folder })).toBe(join(folder, safe));
  expect(readdirSync(folder)).toEqual([safe]);
});

test("a place that cannot be written is named, and nothing half is left", () => {
  const folder = folderWith({ "a.txt": "a file, no folder" });
  expect(() => saveDownload(file("a.docx"), { out: join(folder, "a.txt", "b.docx") })).toThrow(
    "The file cannot be written",
  );
  expect(readdirSync(folder)).toEqual(["a.txt"]);
});
