import type { Compilation } from "../model/compilation.ts";
import { toDocument } from "./document.ts";

/**
 * A compilation as a JSON file: `CompilationDocument`, indented by two spaces, with a line break at the end. The same
 * compilation gives the same characters. `names` says whether persons behind tracked changes and comments are named.
 */
export function renderJson(compilation: Compilation, options: { readonly names?: boolean } = {}): string {
  return `${JSON.stringify(toDocument(compilation, options), null, 2)}\n`;
}
