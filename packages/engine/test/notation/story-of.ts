import { splitWords } from "../../src/compare/words.ts";
import { type Block, type Container, type Paragraph, type Story, type Token, tokensOf } from "../../src/model/text.ts";

/**
 * A body from one line of notation. `¶` ends a paragraph, `@id¶` ends it and gives it an id. `{` and `}` are the ends
 * of a content control. `<` and `>` are the ends of a table, `/` ends a row and `|` a cell; the last paragraph of a
 * cell needs no sign: `"Before.¶<a|b|/c|d|/>After.¶"`.
 */
export function storyOf(notation: string): Story {
  return story(parseBlocks({ text: notation, at: 0 }, ""));
}

export function story(blocks: readonly Block[]): Story {
  return { id: "body", kind: "body", blocks, tokens: [...blocks.flatMap(tokensOf), token("section", "", "section")] };
}

/** A paragraph of these words; its mark is added. */
export function paragraphOf(text: string, id: string | null = null): Paragraph {
  const tokens = [...wordsOf(text), token("mark", "\n", "¶")];
  return {
    kind: "paragraph",
    tokens,
    length: tokens.length,
    id,
    permanentIds: [],
    label: "",
    level: null,
    headingLevel: null,
    isTitle: false,
  };
}

/** Words alone, without a mark, except where `¶` stands. */
export function wordsOf(text: string): Token[] {
  return text
    .split(/(¶)/u)
    .flatMap((part) =>
      part === "¶" ? [token("mark", "\n", "¶")] : splitWords(part).map((word) => token("word", word, word)),
    );
}

export function container(kind: Container["kind"], children: readonly Block[], column = 0): Container {
  const open = token("open", "", `<${kind}>`);
  const close = token("close", "", `</${kind}>`);
  const length = children.reduce((sum, child) => sum + child.length, 2);
  return { kind, open, children, close, length, column };
}

/** The tokens in the same notation as far as it goes: structure as `<table>`, marks as `¶`. */
export function written(tokens: readonly Token[]): string {
  return tokens.map(({ kind, text, wording }) => (kind === "word" ? text : wording)).join("");
}

interface Cursor {
  readonly text: string;
  at: number;
}

function token(kind: Token["kind"], text: string, wording: string): Token {
  return { kind, text, wording, format: "", stories: [], source: null };
}

function parseBlocks(cursor: Cursor, ends: string): Block[] {
  const blocks: Block[] = [];
  let words = "";
  for (; cursor.at < cursor.text.length; cursor.at++) {
    const sign = cursor.text[cursor.at] as string;
    if (sign === "¶") {
      const [text, id] = words.split("@") as [string, string?];
      blocks.push(paragraphOf(text, id ?? null));
      words = "";
    } else if (ends.includes(sign)) break;
    else if (sign === "{") blocks.push(container("group", inside(cursor, "}")));
    else if (sign === "<") blocks.push(container("table", parseRows(cursor)));
    else words += sign;
  }
  if (words !== "") blocks.push(paragraphOf(words));
  return blocks;
}

/** The blocks behind the sign at the cursor; leaves the cursor on the sign that ends them. */
function inside(cursor: Cursor, end: string): Block[] {
  cursor.at++;
  return parseBlocks(cursor, end);
}

function parseRows(cursor: Cursor): Container[] {
  const rows: Container[] = [];
  let cells: Container[] = [];
  for (cursor.at++; cursor.at < cursor.text.length && cursor.text[cursor.at] !== ">"; cursor.at++) {
    if (cursor.text[cursor.at] === "/") {
      rows.push(container("row", cells));
      cells = [];
      continue;
    }
    const children = parseBlocks(cursor, "|");
    cells.push(container("cell", children.length > 0 ? children : [paragraphOf("")], cells.length));
  }
  return rows;
}
