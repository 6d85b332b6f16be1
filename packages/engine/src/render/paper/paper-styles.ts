import { namespaceOf } from "../../ooxml/namespaces.ts";

export interface PaperLook {
  /** BCP 47, as XML. */
  readonly lang: string;
  /** In half points. */
  readonly textSize: number;
  /** From margin to margin, in twentieths of a point. */
  readonly lineWidth: number;
}

/**
 * The styles of a paper (ECMA-376 Part 1, 17.7). Insertions and deletions are told by underlining and striking; their
 * colours only help.
 */
export function stylesPart({ lang, textSize, lineWidth }: PaperLook): string {
  return [
    `<w:styles xmlns:w="${namespaceOf("w", false)}"><w:docDefaults><w:rPrDefault><w:rPr>`,
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>',
    `<w:sz w:val="${textSize}"/><w:szCs w:val="${textSize}"/><w:lang w:val="${lang}"/>`,
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="60"/></w:pPr>',
    "</w:pPrDefault></w:docDefaults>",
    STYLES,
    paragraphStyle(
      "Footer",
      "footer",
      `<w:tabs><w:tab w:val="right" w:pos="${lineWidth}"/></w:tabs>`,
      '<w:sz w:val="16"/><w:szCs w:val="16"/>',
    ),
    "</w:styles>",
  ].join("");
}

const STYLES = [
  paragraphStyle("Normal", "Normal", "", "", true),
  paragraphStyle(
    "Title",
    "Title",
    '<w:spacing w:before="0" w:after="120"/>',
    '<w:b/><w:bCs/><w:color w:val="1F3A5F"/><w:sz w:val="32"/><w:szCs w:val="32"/>',
  ),
  paragraphStyle(
    "Heading1",
    "heading 1",
    '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>',
    '<w:b/><w:bCs/><w:color w:val="1F3A5F"/><w:sz w:val="24"/><w:szCs w:val="24"/>',
  ),
  paragraphStyle("TableHead", "Table Head", "<w:keepNext/>", "<w:b/><w:bCs/>"),
  paragraphStyle("GroupHead", "Group Head", "<w:keepNext/>", '<w:b/><w:bCs/><w:color w:val="1F3A5F"/>'),
  paragraphStyle(
    "Heading2",
    "heading 2",
    '<w:keepNext/><w:spacing w:before="180" w:after="60"/><w:outlineLvl w:val="1"/>',
    '<w:b/><w:bCs/><w:color w:val="1F3A5F"/>',
  ),
  // A sign, a tab, and words that begin under one another.
  paragraphStyle(
    "Point",
    "Point",
    '<w:tabs><w:tab w:val="left" w:pos="425"/></w:tabs><w:ind w:left="425" w:hanging="425"/>',
    "",
  ),
  characterStyle("Strong", "Strong", "<w:b/><w:bCs/>"),
  characterStyle("Muted", "Muted", '<w:color w:val="595959"/>'),
  characterStyle("EditorsNote", "Editor's Note", "<w:i/><w:iCs/>"),
  characterStyle("Inserted", "Inserted Words", '<w:color w:val="0B4F9E"/><w:u w:val="single"/>'),
  characterStyle("Deleted", "Deleted Words", '<w:strike/><w:color w:val="A61C1C"/>'),
  characterStyle("Passage", "Passage", '<w:b/><w:bCs/><w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>'),
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>',
  '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>',
  '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  '<w:style w:type="table" w:styleId="Lines"><w:name w:val="Lines"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>',
  ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
    .join(""),
  '</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>',
  '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
].join("");

function paragraphStyle(id: string, name: string, properties: string, run: string, isDefault = false): string {
  const pPr = properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`;
  const rPr = run === "" ? "" : `<w:rPr>${run}</w:rPr>`;
  const base = isDefault ? "" : '<w:basedOn w:val="Normal"/>';
  return (
    `<w:style w:type="paragraph"${isDefault ? ' w:default="1"' : ""} w:styleId="${id}"><w:name w:val="${name}"/>${base}`
    + `<w:qFormat/>${pPr}${rPr}</w:style>`
  );
}

function characterStyle(id: string, name: string, run: string): string {
  return `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:rPr>${run}</w:rPr></w:style>`;
}
