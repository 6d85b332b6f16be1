import { createHash } from "node:crypto";
import {
  type BaseText,
  type Compilation,
  consolidate,
  openPackage,
  readBase,
  readSubmission,
  renderTracked,
  type Submission,
  type TrackedFile,
  type WordPackage,
} from "../../src/index.ts";
import { nodeInflater } from "../ooxml/build-zip.ts";

/** A file as a delegation sends it. */
export interface SentFile {
  readonly code: string;
  readonly bytes: Uint8Array;
}

/** Everything that comes of one base text with its submissions. */
export interface CompiledFiles {
  readonly base: BaseText;
  readonly submissions: readonly Submission[];
  readonly compilation: Compilation;
  readonly tracked: TrackedFile;
  /** The tracked Word file, opened again. */
  readonly made: WordPackage;
}

/** Compiles Word files. Sponsors are named in the order of `order`, which is that of the files unless it is given. */
export function compileFiles(
  base: Uint8Array,
  files: readonly SentFile[],
  order: readonly string[] = files.map(({ code }) => code),
): CompiledFiles {
  const text = readBase(open(base));
  const submissions = files.map(({ code, bytes }) => {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return readSubmission(text, open(bytes), { code, name: code }, { name: code, sha256, bytes: bytes.length });
  });
  const compilation = consolidate(
    text,
    submissions,
    order.map((code) => ({ code, name: code })),
  );
  const tracked = renderTracked(text, compilation);
  return { base: text, submissions, compilation, tracked, made: open(tracked.bytes) };
}

/** Opens bytes as a Word file. */
export function open(bytes: Uint8Array): WordPackage {
  return openPackage(bytes, nodeInflater());
}
