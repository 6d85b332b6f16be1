import { type FileComment, readComments, type WordPackage } from "../../src/index.ts";
import { WordFile } from "../../src/ooxml/word-file.ts";
import { type CompiledFiles, open, type SentFile } from "./compile-files.ts";

/** Every comment that is missing or doubled, in the compilation or in the tracked Word file; empty if none is. */
export function brokenComments(files: CompiledFiles, base: Uint8Array, sent: readonly SentFile[]): string[] {
  const carried = commentsOf(open(base));
  const known = new Set(carried.map(({ author, date, paragraphs }) => JSON.stringify([author, date, paragraphs])));
  const wanted = sent.flatMap(({ code, bytes }) => {
    const own = commentsOf(open(bytes));
    const fresh = own.filter(({ author, date, paragraphs }) => !known.has(JSON.stringify([author, date, paragraphs])));
    return fresh.map((comment) => told(code, comment, own));
  });
  const made = commentsOf(files.made);
  const compiled = files.compilation.comments.map(({ delegation, comment: { paragraphs, by, parent, resolved } }) => {
    const thread = files.compilation.comments.find(
      (each) => each.delegation === delegation && each.comment.id === parent,
    );
    return JSON.stringify([delegation, by.date, paragraphs, thread?.comment.paragraphs ?? null, resolved]);
  });
  const written = made.map((comment) => told(comment.author, comment, made));
  return [
    ...differences(wanted, compiled).map((fault) => `compilation: comment ${fault}`),
    ...differences([...carried.map((each) => told(each.author, each, carried)), ...wanted], written).map(
      (fault) => `tracked file: comment ${fault}`,
    ),
    ...made.flatMap(({ id }) => placesOf(files.made, id)),
  ];
}

function commentsOf(source: WordPackage): FileComment[] {
  return readComments(new WordFile(source, null));
}

function told(
  author: string,
  { date, paragraphs, parent, resolved }: FileComment,
  all: readonly FileComment[],
): string {
  const thread = all.find(({ id }) => id === parent);
  return JSON.stringify([author, date, paragraphs, thread?.paragraphs ?? null, resolved]);
}

function differences(wanted: readonly string[], found: readonly string[]): string[] {
  const rest = [...found];
  const missing = wanted.filter((each) => {
    const at = rest.indexOf(each);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [...missing.map((each) => `missing: ${each}`), ...rest.map((each) => `too many: ${each}`)];
}

/** A comment has to be referred to once, and its range to begin and end once or not at all. */
function placesOf(made: WordPackage, id: string): string[] {
  const [start = 0, end = 0, reference = 0] = ["RangeStart", "RangeEnd", "Reference"].map((name) => {
    const pattern = new RegExp(`<w:comment${name}(?=[\\s/])[^>]*\\sw:id="${id}"`, "g");
    return textParts(made).reduce((sum, xml) => sum + (xml.match(pattern)?.length ?? 0), 0);
  });
  const isPlaced = reference === 1 && start === end && start <= 1;
  return isPlaced
    ? []
    : [`tracked file: comment ${id} begins ${start} times, ends ${end} times, stands ${reference} times`];
}

/** What a program reads that knows text boxes: their fallback repeats every word (ECMA-376 Part 3, 7.6). */
function textParts(source: WordPackage): string[] {
  const names = source.parts.filter((name) => /\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$/.test(name));
  return names.map((name) => source.text(name).replaceAll(/<mc:Fallback>.*?<\/mc:Fallback>/gs, ""));
}
