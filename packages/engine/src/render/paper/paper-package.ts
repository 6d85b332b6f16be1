import { namespaceOf } from "../../ooxml/namespaces.ts";
import { writeZip } from "../../ooxml/zip-writer.ts";
import { goesRightToLeft } from "../text-direction.ts";
import { stylesPart } from "./paper-styles.ts";
import { escapeXml } from "./paper-xml.ts";

/** A4; lengths in twentieths of a point. On its side there is room for a table, upright for what is read from end to end. */
export const PAGES = {
  upright: { width: 11906, height: 16838, margin: 1134, textSize: 22 },
  "on its side": { width: 16838, height: 11906, margin: 850, textSize: 18 },
} as const;

export type PageName = keyof typeof PAGES;

export interface PackageFacts {
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  readonly page: PageName;
  /** Whether the line at the foot begins on the right. */
  readonly rightToLeft: boolean;
  /** What is told at the foot of every page. */
  readonly foot: string;
  /** What stands at the other end of that line, such as `"Page {page} of {pages}"`. */
  readonly pageNumber: string;
}

/**
/**
 * A Word file of its own with this body (the content of w:body without its section). It tells its title and nothing of who
 * made it or with what.
 */
export function writePaperPackage(body: string, facts: PackageFacts): Uint8Array {
  const { title, lang, page } = facts;
  const { width, margin, textSize } = PAGES[page];
  const parts: readonly (readonly [string, string])[] = [
    ["[Content_Types].xml", CONTENT_TYPES],
    [
      "_rels/.rels",
      relationships([
        ["officeDocument", `${OFFICE}/officeDocument`, "word/document.xml"],
        ["core", CORE, "docProps/core.xml"],
      ]),
    ],
    ["word/document.xml", document(body, page)],
    [
      "word/_rels/document.xml.rels",
      relationships([
        ["styles", `${OFFICE}/styles`, "styles.xml"],
        ["settings", `${OFFICE}/settings`, "settings.xml"],
        ["footer", `${OFFICE}/footer`, "footer1.xml"],
      ]),
    ],
    ["word/styles.xml", stylesPart({ lang: escapeXml(lang), textSize, lineWidth: width - 2 * margin })],
    ["word/settings.xml", SETTINGS],
    ["word/footer1.xml", footer(facts)],
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

function document(body: string, page: PageName): string {
  const { width, height, margin } = PAGES[page];
  const section =
    '<w:sectPr><w:footerReference w:type="default" r:id="footer"/>'
    + `<w:pgSz w:w="${width}" w:h="${height}"${page === "upright" ? "" : ' w:orient="landscape"'}/>`
    + `<w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="425" w:footer="425" w:gutter="0"/>`
    + "</w:sectPr>";
  return `<w:document ${WORD}><w:body>${body}${section}</w:body></w:document>`;
}

/** What is told where lines begin, the number of the page where they end. */
function footer({ foot, rightToLeft, pageNumber }: PackageFacts): string {
  const look = (words: string): string => (goesRightToLeft(words, rightToLeft) ? "<w:rPr><w:rtl/></w:rPr>" : "");
  const field = (name: string): string =>
    `<w:fldSimple w:instr=" ${name} "><w:r>${look("1")}<w:t>1</w:t></w:r></w:fldSimple>`;
  const text = (words: string): string =>
    words === "" ? "" : `<w:r>${look(words)}<w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
  const number = pageNumber
    .split(/(\{pages?\})/)
    .map((part) => (part === "{page}" ? field("PAGE") : part === "{pages}" ? field("NUMPAGES") : text(part)));
  const content = `${text(foot)}<w:r><w:tab/></w:r>${number.join("")}`;
  const properties = `<w:pStyle w:val="Footer"/>${rightToLeft ? "<w:bidi/>" : ""}`;
  return `<w:ftr ${WORD}><w:p><w:pPr>${properties}</w:pPr>${content}</w:p></w:ftr>`;
}

function coreProperties(title: string, lang: string): string {
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    + `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title>`
    + `<dc:language>${escapeXml(lang)}</dc:language></cp:coreProperties>`
  );
}
