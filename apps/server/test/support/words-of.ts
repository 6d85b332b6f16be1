import { openPackage, readBase } from "@compendium/engine";
import { nodeInflater } from "@compendium/engine/node";

/** The words of the body of a Word file, its tracked changes accepted or rejected. */
export function wordsOf(bytes: Uint8Array<ArrayBuffer>, verdict: "accept" | "reject" = "accept"): string {
  const { stories } = readBase(openPackage(bytes, nodeInflater), verdict);
  return stories[0]?.tokens.map(({ text }) => text).join("") ?? "";
}
