import { Problem } from "../model/problem.ts";
import type { PartName } from "./part-names.ts";

/**
 * The text of an XML part: UTF-8, or UTF-16 in either order of bytes (ECMA-376 Part 2, 6.2.5), its byte order mark left
 * out. Throws a `Problem` for bytes that are no such text: to guess would change what somebody wrote.
 */
export function decodePart(bytes: Uint8Array, part: PartName): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(
      "xml-not-well-formed",
      `${part} is not a text in ${encoding.toUpperCase()}.`,
      "Open the file in Word, save it again, and send that file.",
    );
  }
}

/** By the byte order mark, or by the zero byte beside the first `<` (XML 1.0, Annex F). */
function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}
