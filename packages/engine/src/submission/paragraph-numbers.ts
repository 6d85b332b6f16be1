import type { WordFile } from "../ooxml/word-file.ts";
import type { ViewOptions } from "./view.ts";

/** Numbers the paragraphs of one story of a file, asked in order. */
export function numberWith(file: WordFile): ViewOptions["numberOf"] {
  return (_mark, look) => ({ label: "", level: null, headingLevel: file.styles.headingLevel(look.properties) });
}
