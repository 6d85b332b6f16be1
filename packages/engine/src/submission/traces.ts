import { withoutPermanentBookmarks } from "../ooxml/permanent-bookmark.ts";

/**
 * The XML of a unit without what Word writes by itself and no reader sees: who saved when (w:rsid…), ids of paragraphs,
 * marks of the spelling checker, where pages broke when the file was last shown, where the cursor stood, and runs cut in
 * two that look the same; and our own hidden bookmarks, which the file of somebody else may have or lack. Two units that are equal without all that say and look the same.
 *
 * Only for the prefix that Word itself uses; what another program wrote comes back as it is, and is read. May be given
 * what is not well-formed: no pattern here looks further than to the end of a tag, a text or a run.
 */
export function withoutTraces(raw: string): string {
  // A text about this very markup is left alone: in it, nothing is a trace.
  if (IN_TEXT.test(raw)) return raw;
  return joinRuns(withoutPermanentBookmarks(raw).replace(TRACES, "").replace(NUMBERED, "$1"));
}

/** Attributes and elements that tell nothing; `xml:space` as well, for equal text needs it equally. */
const TRACES =
  / (?:w:rsid\w*|w14:paraId|w14:textId|xml:space)="[^"]*"|<w:(?:proofErr|lastRenderedPageBreak|noProof|lang)\b[^>]*\/>|<w:bookmarkStart (?=[^>]*w:name="_GoBack")[^>]*\/><w:bookmarkEnd [^>]*\/>|<w:rPr><\/w:rPr>|<w:rPr\/>|<w:pPr><\/w:pPr>/g;

/** Word numbers bookmarks and notes anew when it saves. What a note says is compared apart: see `noteNumbers`. */
const NUMBERED = /(<w:(?:bookmarkStart|bookmarkEnd|footnoteReference|endnoteReference)\b[^>]*?) w:id="[^"]*"/g;

/** The notes to which a unit refers, in order: `["footnote 3"]`, with Word's number (w:id). */
export function noteNumbers(raw: string): string[] {
  return [...raw.matchAll(/<w:(footnote|endnote)Reference\b[^>]*? w:id="([^"]*)"/g)].map(
    ([, kind, id]) => `${kind} ${id}`,
  );
}

const IN_TEXT = />[^<>]* (?:w:rsid|w14:paraId|w14:textId|xml:space)/;

const TEXT_RUN = /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>|<w:r>).)*<\/w:rPr>)?)<w:t>([^<]*)<\/w:t><\/w:r>/gs;

/** Joins neighbouring runs of plain text with the same properties. */
function joinRuns(xml: string): string {
  if (!xml.includes("</w:t></w:r><w:r>")) return xml;
  let out = "";
  let at = 0;
  let open: { readonly properties: string; text: string } | null = null;
  const close = (): void => {
    if (open !== null) out += `<w:r>${open.properties}<w:t>${open.text}</w:t></w:r>`;
    open = null;
  };
  for (const match of xml.matchAll(TEXT_RUN)) {
    const [whole, properties = "", text = ""] = match;
    if (match.index > at || open === null || (open as { properties: string }).properties !== properties) {
      close();
      out += xml.slice(at, match.index);
      open = { properties, text };
    } else open.text += text;
    at = match.index + whole.length;
  }
  close();
  return out + xml.slice(at);
}
