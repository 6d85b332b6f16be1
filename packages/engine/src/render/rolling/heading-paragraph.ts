import type { Token } from "../../model/text.ts";
import { element } from "../../ooxml/xml.ts";
import { type Heading, wordHeading } from "../heading.ts";
import { editorMark, editorWords } from "./editor-tokens.ts";

/** The first paragraph of a rolling text: what it is. The title of the text follows in the text itself. */
export function headingParagraph(heading: Heading): Token[] {
  const properties = element("w:pPr", {}, [element("w:spacing", { "w:before": "0", "w:after": "240" })]);
  return [editorWords(`Rolling text · ${wordHeading(heading)}`, "bold"), editorMark(properties)];
}
