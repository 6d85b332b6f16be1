import type { Compilation } from "../model/compilation.ts";
import { type DocumentOptions, toDocument } from "./document.ts";

/**
 * A compilation as a JSON file: `CompilationDocument`, indented by two spaces, with a line break at the end. The same
 * compilation gives the same characters.
 */
export function renderJson(compilation: Compilation, options: DocumentOptions = {}): string {
  return `${JSON.stringify(toDocument(compilation, options), null, 2)}\n`;
}
