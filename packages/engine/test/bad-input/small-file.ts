import {
  type Compilation,
  consolidate,
  openPackage,
  Problem,
  type ProblemCode,
  readBack,
  readBase,
  readSubmission,
  renderTracked,
  type Submission,
} from "../../src/index.ts";
import { type Built, buildZip, LEAST, nodeInflater } from "../ooxml/build-zip.ts";

/** What a small file has beside the parts without which no Word file opens. */
export interface Extras {
  /** Parts by the name of their entry; each is told to the main text by a relationship of the type given. */
  readonly parts?: Readonly<Record<string, { readonly type: string; readonly xml: string }>>;
  /** Relationships of the main text, as XML. */
  readonly relationships?: string;
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const PREFIXES =
  `${W} xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" `
  + 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
  + 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

/** A Word file with this body. */
export function smallFile(body: string, { parts = {}, relationships = "" }: Extras = {}): Uint8Array {
  const document = `<w:document ${PREFIXES}><w:body>${body}</w:body></w:document>`;
  const lines = Object.entries(parts).map(
    ([name, { type }], i) => `<Relationship Id="rIdPart${i + 1}" Type="${OFFICE}/${type}" Target="/${name}"/>`,
  );
  return buildZip([
    ...LEAST.filter(({ name }) => name !== "word/document.xml"),
    { name: "word/document.xml", content: document },
    {
      name: "word/_rels/document.xml.rels",
      content:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + `${lines.join("")}${relationships}</Relationships>`,
    },
    ...Object.entries(parts).map(([name, { xml }]): Built => ({ name, content: xml })),
  ]);
}

/** The root of a part, such as `w:styles`, with the namespaces that it needs. */
export function root(name: string, content: string): string {
  return `<${name} ${PREFIXES}>${content}</${name}>`;
}

/** Paragraphs of one run each. */
export function paragraphs(...texts: readonly string[]): string {
  return texts.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join("");
}

/** The problem that a step ends with; anything else fails the test. */
export function problemOf(step: () => unknown): { code: ProblemCode; message: string; advice: string } {
  try {
    step();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("The file was taken without a problem.");
}

export interface Round {
  readonly submission: Submission;
  readonly compilation: Compilation;
  /** The tracked file. */
  readonly bytes: Uint8Array;
  /** The body of the tracked file as the delegation proposes it, and as the base. */
  readonly accepted: string;
  readonly rejected: string;
}

/** Compiles one file of XAA on a base and writes and reads the tracked file. The laws must hold. */
export function compileOne(baseBytes: Uint8Array, bytes: Uint8Array): Round {
  const base = readBase(openPackage(baseBytes, nodeInflater()));
  const delegation = { code: "XAA", name: "XAA" };
  const about = { name: "XAA.docx", sha256: "", bytes: bytes.length };
  const submission = readSubmission(base, openPackage(bytes, nodeInflater()), delegation, about);
  if (!submission.equalsFile) throw new Error("The edits do not give the file.");
  const compilation = consolidate(base, [submission], [delegation]);
  const proof = compilation.receipts[0]?.proof;
  if (proof?.holds !== true) throw new Error("The proof does not hold.");
  const made = renderTracked(base, compilation).bytes;
  const opened = openPackage(made, nodeInflater());
  const read = (code: string | null): string =>
    (readBack(base, opened, code).get("body") ?? []).map(({ text }) => text).join("");
  return { submission, compilation, bytes: made, accepted: read("XAA"), rejected: read(null) };
}

/** The body of a file that proposes nothing, read by way of the tracked file. */
export function readAlone(bytes: Uint8Array): string {
  return compileOne(bytes, bytes).accepted;
}
