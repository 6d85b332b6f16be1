import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import {
  consolidate,
  openPackage,
  type Problem,
  readBase,
  readSubmission,
  renderTracked,
  type Submission,
} from "../../src/index.ts";
import { type Built, buildZip, LEAST, nodeInflater } from "../ooxml/build-zip.ts";
import { problemOf } from "./small-file.ts";

// Two contents of one size and one CRC-32, as everybody can make them for any picture.
const GENUINE = "plumless";
const LOOKALIKE = "buckeroo";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PREFIXES =
  `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}" `
  + 'xmlns:v="urn:schemas-microsoft-com:vml"';
const TEXT = "<w:p><w:r><w:t>States shall report.</w:t></w:r></w:p>";
const PICTURE = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r></w:p>';
const XAA = { code: "XAA", name: "Ankervale" };
const XBB = { code: "XBB", name: "Brindovar" };

/** A file with the text and, if given, a picture behind it. */
function file(picture: Omit<Built, "name"> | null): Uint8Array {
  const parts = LEAST.filter(({ name }) => name !== "word/document.xml" && name !== "[Content_Types].xml");
  const types = String(LEAST.find(({ name }) => name === "[Content_Types].xml")?.content).replace(
    "<Override",
    '<Default Extension="png" ContentType="image/png"/><Override',
  );
  const body = `<w:document ${PREFIXES}><w:body>${TEXT}${picture === null ? "" : PICTURE}</w:body></w:document>`;
  const media = picture === null ? [] : [{ ...picture, name: "word/media/image1.png" }];
  const relationships =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + (picture === null ? "" : `<Relationship Id="rId9" Type="${OFFICE}/image" Target="media/image1.png"/>`)
    + "</Relationships>";
  return buildZip([
    { name: "[Content_Types].xml", content: types },
    ...parts,
    { name: "word/document.xml", content: body },
    { name: "word/_rels/document.xml.rels", content: relationships },
    ...media,
  ]);
}

const open = (bytes: Uint8Array) => openPackage(bytes, nodeInflater());

function compile(base: Uint8Array, fromXaa: Uint8Array, fromXbb: Uint8Array) {
  const text = readBase(open(base));
  const submit = (bytes: Uint8Array, delegation: typeof XAA): Submission =>
    readSubmission(text, open(bytes), delegation, { name: `${delegation.code}.docx`, sha256: "", bytes: 1 });
  const compilation = consolidate(text, [submit(fromXaa, XAA), submit(fromXbb, XBB)], [XAA, XBB]);
  const made = open(renderTracked(text, compilation).bytes);
  const pictures = made.parts
    .filter((part) => part.endsWith(".png"))
    .map((part) => new TextDecoder().decode(made.bytes(part)));
  const proposals = compilation.stories.flatMap(({ passages }) => passages.flatMap((passage) => passage.proposals));
  return { compilation, pictures, proposals };
}

test("the two contents look alike to whoever trusts size and checksum", () => {
  expect([GENUINE.length, crc32(GENUINE)]).toEqual([LOOKALIKE.length, crc32(LOOKALIKE)]);
});

test("a picture that has another's size and checksum does not stand for it", () => {
  const { pictures, proposals, compilation } = compile(
    file(null),
    file({ content: GENUINE }),
    file({ content: LOOKALIKE }),
  );
  expect(pictures.toSorted()).toEqual([LOOKALIKE, GENUINE]);
  expect(proposals).toHaveLength(2);
  expect(compilation.receipts.map(({ proof }) => proof.holds)).toEqual([true, true]);
});

test("nor does it pass for the base's own", () => {
  const { pictures, proposals } = compile(
    file({ content: GENUINE }),
    file({ content: GENUINE }),
    file({ content: LOOKALIKE }),
  );
  expect(pictures.toSorted()).toEqual([LOOKALIKE, GENUINE]);
  expect(proposals).toHaveLength(1);
});

test("one picture of two delegations is brought once, however each of them packed it", () => {
  const stored = file({ content: GENUINE, method: 0 });
  const { pictures, proposals } = compile(file(null), file({ content: GENUINE }), stored);
  expect(pictures).toEqual([GENUINE]);
  expect(proposals).toHaveLength(1);
});

test("a picture that is not what the file says of it is found when the file is read", () => {
  const text = readBase(open(file({ content: GENUINE })));
  const forged = file({ content: "forgery!", crc: crc32(GENUINE) });
  const about = { name: "XBB.docx", sha256: "", bytes: forged.length };
  const problem: Pick<Problem, "code" | "message"> = problemOf(() => readSubmission(text, open(forged), XBB, about));
  expect(problem).toMatchObject({ code: "damaged", message: expect.stringContaining("word/media/image1.png") });
});
