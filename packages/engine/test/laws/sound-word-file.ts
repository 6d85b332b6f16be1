import type { WordPackage } from "../../src/index.ts";

/**
 * What Word would repair, or what tells of the machine, in a file that was made from a base; empty if nothing does.
 * What the base itself has wrong is not held against the file.
 */
export function unsoundness(made: WordPackage, base: WordPackage): string[] {
  return [
    ...repeated(revisionIds(made)).map((id) => `several tracked changes have the w:id ${id}`),
    ...fresh(repeated(paragraphIds(made)), repeated(paragraphIds(base))).map((id) => `several paragraphs are ${id}`),
    ...fresh(repeated(bookmarkIds(made)), repeated(bookmarkIds(base))).map(
      (id) => `several bookmarks have the w:id ${id}`,
    ),
    ...fresh(halfComments(made), halfComments(base)),
    ...fresh(dangling(made), dangling(base)),
    ...strayDeletedText(made),
    ...changedProperties(made, base),
    ...strangeParts(made, base),
  ];
}

/** Both ends of a range have one id, so only its beginning counts. */
const REVISION =
  /<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change|moveFromRangeStart|moveToRangeStart|customXml(?:Ins|Del|MoveFrom|MoveTo)RangeStart)(?=\s)[^>]*\sw:id="([^"]*)"/g;

function revisionIds(source: WordPackage): string[] {
  return textParts(source).flatMap((xml) => [...xml.matchAll(REVISION)].map(([, id = ""]) => id));
}

function paragraphIds(source: WordPackage): string[] {
  return textParts(source).flatMap((xml) =>
    [...xml.matchAll(/<w:(?:p|tr)(?=\s)[^>]*\sw14:paraId="([^"]*)"/g)].map(([, id = ""]) => id.toUpperCase()),
  );
}

function bookmarkIds(source: WordPackage): string[] {
  return textParts(source).flatMap((xml) =>
    [...xml.matchAll(/<w:bookmarkStart(?=\s)[^>]*\sw:id="([^"]*)"/g)].map(([, id = ""]) => id),
  );
}

/** Words written as deleted where nothing says that they are: Word shows them nowhere. One line for each part. */
export function strayDeletedText(source: WordPackage): string[] {
  return source.parts
    .filter((part) => TEXT_PART.test(part))
    .flatMap((part) => {
      let deletions = 0;
      let strays = 0;
      for (const [tag, name] of source.text(part).matchAll(DELETION_TAGS)) {
        if (name === "w:delText" || name === "w:delInstrText")
          strays += tag.startsWith("<w") && deletions === 0 ? 1 : 0;
        else if (!tag.endsWith("/>")) deletions += tag.startsWith("</") ? -1 : 1;
      }
      return strays === 0 ? [] : [`${part} holds deleted text outside a deletion, ${strays} times`];
    });
}

const DELETION_TAGS = /<\/?(w:del|w:moveFrom|w:delText|w:delInstrText)(?=[\s>])[^>]*>/g;

/** Comment ranges without an end, an end without a beginning, references to a comment that is not there. */
function halfComments(source: WordPackage): string[] {
  const texts = textParts(source);
  const ids = (name: string): string[] =>
    texts.flatMap((xml) =>
      [...xml.matchAll(new RegExp(`<w:${name}(?=\\s)[^>]*\\sw:id="([^"]*)"`, "g"))].map(([, id = ""]) => id),
    );
  const [starts, ends, references, comments] = [
    ids("commentRangeStart"),
    ids("commentRangeEnd"),
    ids("commentReference"),
    ids("comment"),
  ];
  return [
    ...repeated(starts).map((id) => `comment ${id} begins twice`),
    ...repeated(comments).map((id) => `comment ${id} is there twice`),
    ...starts.filter((id) => !ends.includes(id)).map((id) => `comment ${id} has no end`),
    ...ends.filter((id) => !starts.includes(id)).map((id) => `comment ${id} has no beginning`),
    ...starts.filter((id) => !references.includes(id)).map((id) => `comment ${id} has no mark`),
    ...references.filter((id) => !comments.includes(id)).map((id) => `comment ${id} has no words`),
  ];
}

function dangling(source: WordPackage): string[] {
  const targets = source
    .danglingRelationships()
    .map(({ source: part, relationship }) => `${part} leads to ${relationship.target}`);
  const used = source.parts
    .filter((part) => part.endsWith(".xml"))
    .flatMap((part) => {
      const ids = new Set(source.relationshipsOf(part).map(({ id }) => id));
      const asked = [...source.text(part).matchAll(/\sr:(?:id|embed|link|pict|dm|lo|qs|cs)="([^"]+)"/g)].map(
        ([, id = ""]) => id,
      );
      return [...new Set(asked)].filter((id) => !ids.has(id)).map((id) => `${part} names the relationship ${id}`);
    });
  return [...targets, ...used];
}

function changedProperties(made: WordPackage, base: WordPackage): string[] {
  const properties = [...new Set([...made.parts, ...base.parts])].filter((part) => part.startsWith("/docProps/"));
  return properties
    .filter((part) => !made.has(part) || !base.has(part) || !made.sameBytes(part, base, part))
    .map((part) => `${part} is not the base's`);
}

/** Parts that only a merge of comments, notes, lists and media explains. */
function strangeParts(made: WordPackage, base: WordPackage): string[] {
  const expected =
    /^\/word\/(?:comments\w*|people|footnotes|endnotes|numbering|styles)\.xml$|^\/word\/[\w/]+$|\/(?:media|embeddings|charts|diagrams|drawings|activeX|theme|ink)\//;
  return made.parts
    .filter((part) => !base.has(part) && !expected.test(part))
    .map((part) => `${part} is a part of nobody's`);
}

/** Text parts as a program reads them that knows text boxes: their fallback repeats every word. */
function textParts(source: WordPackage): string[] {
  const names = source.parts.filter((part) => TEXT_PART.test(part));
  return names.map((part) => source.text(part).replaceAll(/<mc:Fallback>.*?<\/mc:Fallback>/gs, ""));
}

const TEXT_PART = /\/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/;

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return [...twice];
}

function fresh(found: readonly string[], known: readonly string[]): string[] {
  return found.filter((each) => !known.includes(each));
}
