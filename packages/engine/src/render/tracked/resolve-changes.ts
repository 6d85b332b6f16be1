import { consolidate } from "../../consolidate/consolidate.ts";
import type { WordPackage } from "../../ooxml/word-package.ts";
import { readBase } from "../../submission/base-text.ts";
import { renderTracked } from "./render-tracked.ts";

/**
 * The same Word file with every tracked change accepted, or rejected. Paragraphs without changes stay as they are, byte
 * for byte. Throws a `Problem` if the file cannot be read.
 */
export function resolveChanges(source: WordPackage, verdict: "accept" | "reject"): Uint8Array {
  const base = readBase(source, verdict);
  return renderTracked(base, consolidate(base, [], [])).bytes;
}
