import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { DELEGATIONS } from "../../../../fixtures/illustrative/delegations.ts";
import { consolidate } from "../../src/consolidate/consolidate.ts";
import type { Compilation } from "../../src/model/compilation.ts";
import { openPackage } from "../../src/ooxml/word-package.ts";
import { type BaseText, readBase } from "../../src/submission/base-text.ts";
import { readSubmission } from "../../src/submission/read-submission.ts";
import { nodeInflater } from "../ooxml/build-zip.ts";

const FILES = new URL("../../../../fixtures/illustrative/files/", import.meta.url);

/** The nine Word files on the illustrative guide, compiled. */
export function compileIllustrative(): Compilation {
  return readIllustrative().compilation;
}

/** The same with the base text. */
export function readIllustrative(): { readonly base: BaseText; readonly compilation: Compilation } {
  const base = readBase(openPackage(bytesOf("Guide draft 2.docx"), nodeInflater()));
  const submissions = DELEGATIONS.map(({ code, name, fileName }) => {
    const bytes = bytesOf(fileName);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const origin = { name: fileName, sha256, bytes: bytes.length };
    return readSubmission(base, openPackage(bytes, nodeInflater()), { code, name }, origin);
  });
  const delegations = DELEGATIONS.map(({ code, name }) => ({ code, name }));
  return { base, compilation: consolidate(base, submissions, delegations) };
}

function bytesOf(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(encodeURIComponent(name), FILES)));
}
