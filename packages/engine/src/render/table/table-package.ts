import { namespaceOf } from "../../ooxml/namespaces.ts";
import { writeZip } from "../../ooxml/zip-writer.ts";
import { STYLES_PART } from "./table-styles.ts";
import { escapeXml } from "./table-xml.ts";

/** What a page is made of; lengths in twentieths of a point. A4 on its side. */
export const PAGE = { width: 16838, height: 11906, margin: 850 } as const;

/**
 * A Word file of its own with this body (the content of w:body without its section), on A4 on its side, numbered
 * `Page 2 of 9`. It tells its title and nothing of who made it, when or with what.
 */
export function writeTablePackage(body: string, title: string, lang: string): Uint8Array {
  const parts: readonly (readonly [string, string])[] = [
    ["[Content_Types].xml", CONTENT_TYPES],
    [
      "_rels/.rels",
      relationships([
        ["officeDocument", `${OFFICE}/officeDocument`, "word/document.xml"],
        ["core", CORE, "docProps/core.xml"],
      ]),
    ],
    ["word/document.xml", document(body)],
    [
      "word/_rels/document.xml.rels",
      relationships([
        ["styles", `${OFFICE}/styles`, "styles.xml"],
        ["settings", `${OFFICE}/settings`, "settings.xml"],
        ["footer", `${OFFICE}/footer`, "footer1.xml"],
      ]),
    ],
    ["word/styles.xml", STYLES_PART.replace("LANG", escapeXml(lang))],
    ["word/settings.xml", SETTINGS],
    ["word/footer1.xml", footer(title)],
    ["docProps/core.xml", coreProperties(title, lang)],
  ];
  const encoder = new TextEncoder();
  return writeZip(parts.map(([name, xml]) => ({ name, bytes: encoder.encode(DECLARATION + xml) })));
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const WORD = `xmlns:w="${namespaceOf("w", false)}" xmlns:r="${namespaceOf("r", false)}"`;
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const CONTENT_TYPES = [
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>`,
  `<Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
  `<Override PartName="/word/settings.xml" ContentType="${TYPE}.settings+xml"/>`,
  `<Override PartName="/word/footer1.xml" ContentType="${TYPE}.footer+xml"/>`,
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  "</Types>",
].join("");

/** Without it, Word opens a file as one of Word 2007 and offers no new features. */
const SETTINGS =
  `<w:settings ${WORD}><w:compat><w:compatSetting w:name="compatibilityMode" `
  + 'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>';

function relationships(rows: readonly (readonly [id: string, type: string, target: string])[]): string {
  const entries = rows.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join("")}</Relationships>`;
}

function document(body: string): string {
  const { width, height, margin } = PAGE;
  const section =
    '<w:sectPr><w:footerReference w:type="default" r:id="footer"/>'
    + `<w:pgSz w:w="${width}" w:h="${height}" w:orient="landscape"/>`
    + `<w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="425" w:footer="425" w:gutter="0"/>`
    + "</w:sectPr>";
  return `<w:document ${WORD}><w:body>${body}${section}</w:body></w:document>`;
}

/** The title on the left, `Page 2 of 9` on the right. */
function footer(title: string): string {
  const field = (name: string): string => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  const text = (words: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
  const content = `${text(title)}<w:r><w:tab/></w:r>${text("Page ")}${field("PAGE")}${text(" of ")}${field("NUMPAGES")}`;
  return `<w:ftr ${WORD}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${content}</w:p></w:ftr>`;
}

function coreProperties(title: string, lang: string): string {
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    + `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title>`
    + `<dc:language>${escapeXml(lang)}</dc:language></cp:coreProperties>`
  );
}
