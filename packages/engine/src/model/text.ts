/**
 * A text as the engine compares it: stories, blocks and tokens.
 *
 * A story (the body, one footnote, one header …) is a flat row of tokens. Structure is in the row itself: a paragraph
 * ends with its mark, a table, row, cell or content control opens and closes with a token. So every change, of wording
 * or of structure, is a set of tokens deleted and a row of tokens inserted, and reading a text as somebody proposes it
 * is to leave out the first and to put in the second. Blocks are the same tokens seen as a tree, for alignment.
 */

/** One thing that a delegation can delete, insert or reformat as a whole. Immutable. */
export interface Token {
  readonly kind: TokenKind;
  /**
   * What a reader sees, in UTF-16: a word together with the space after it, `"\n"` for a paragraph mark, a stand-in in
   * square brackets such as `"[image]"` for an atom that has no text, `""` for what opens and closes structure.
   */
  readonly text: string;
  /** Equal for two tokens exactly if they say the same; formatting and the stories that hang on them left out. */
  readonly wording: string;
  /** Equal for two tokens exactly if they look the same. `""` means: no formatting of its own. */
  readonly format: string;
  /** Stories that hang on this token: the note of a reference, the text boxes of a drawing. Empty for nearly all. */
  readonly stories: readonly Story[];
  /** What the reader of the file kept so that the token can be written again. Only `ooxml` and `render` look inside. */
  readonly source: object | null;
}

/**
 * - `word`: letters or punctuation with the space after them, or a tab, a line break, a special hyphen.
 * - `atom`: kept whole: an image, an equation, a field, a note reference, an embedded object, an unknown element.
 * - `mark`: the end of a paragraph; carries the paragraph's formatting.
 * - `open`, `close`: the ends of a table, row, cell or content control; `open` carries its formatting.
 * - `section`: the last token of a body: the formatting of its last section.
 */
export type TokenKind = "word" | "atom" | "mark" | "open" | "close" | "section";

export interface Paragraph {
  readonly kind: "paragraph";
  /** All tokens of the paragraph; the last one is its mark. */
  readonly tokens: readonly Token[];
  /** How many tokens of the story the block takes. */
  readonly length: number;
  /** Word's own paragraph id (w14:paraId), or `null`. Copied paragraphs can repeat it. */
  readonly id: string | null;
  /**
   * The permanent ids that its hidden bookmarks tell, the likeliest first; empty for none, and nearly always one. Word
   * moves bookmarks with the words, so each is a hint: copied paragraphs can repeat one, joined paragraphs have several.
   */
  readonly permanentIds: readonly string[];
  /** The automatic number as a reader sees it: `"14."`, `"(b)"`; `""` without one. */
  readonly label: string;
  /** The level of the automatic number in its list, from 0 to 8; `null` without one. */
  readonly level: number | null;
  /** 0 for a heading of the first level, up to 8; `null` for body text. */
  readonly headingLevel: number | null;
  /** Whether it is set as the title of the text. */
  readonly isTitle: boolean;
}

/** A table holds rows, a row cells, a cell paragraphs and tables, a group (content control) whatever stands around it. */
export interface Container {
  readonly kind: "table" | "row" | "cell" | "group";
  readonly open: Token;
  readonly children: readonly Block[];
  readonly close: Token;
  /** How many tokens of the story the block takes, `open` and `close` included. */
  readonly length: number;
  /** For a cell, the grid column where it begins, from 0; for all others 0. */
  readonly column: number;
}

export type Block = Paragraph | Container;

/**
 * `"body"`, or the kind and a number within the base text: `"footnote:3"`, `"header:1"`, `"textbox:2"`. The number is
 * the order of appearance, from 1, and not Word's id, which changes when a file is saved.
 */
export type StoryId = string;

export type StoryKind = "body" | "footnote" | "endnote" | "header" | "footer" | "textbox";

export interface Story {
  readonly id: StoryId;
  readonly kind: StoryKind;
  readonly blocks: readonly Block[];
  /** All tokens of the story in order: those of the blocks, then the `section` token of a body. */
  readonly tokens: readonly Token[];
}

/** Every token of a block, in order. */
export function tokensOf(block: Block): readonly Token[] {
  if (block.kind === "paragraph") return block.tokens;
  return [block.open, ...block.children.flatMap(tokensOf), block.close];
}

/** What a reader sees of tokens, as plain text. */
export function textOf(tokens: readonly Token[]): string {
  let text = "";
  for (const token of tokens) text += token.text;
  return text;
}

/** True exactly if two rows of tokens say the same, the stories that hang on them included; formatting left out. */
export function sameWording(a: readonly Token[], b: readonly Token[]): boolean {
  return (
    a.length === b.length
    && a.every((token, i) => {
      const other = b[i] as Token;
      return token === other || (token.wording === other.wording && sameStories(token, other, sameWording));
    })
  );
}

/** True exactly if two rows of tokens say the same and look the same, the stories that hang on them included. */
export function sameTokens(a: readonly Token[], b: readonly Token[]): boolean {
  return (
    a.length === b.length
    && a.every((token, i) => {
      const other = b[i] as Token;
      return (
        token === other
        || (token.wording === other.wording && token.format === other.format && sameStories(token, other, sameTokens))
      );
    })
  );
}

function sameStories(a: Token, b: Token, same: (a: readonly Token[], b: readonly Token[]) => boolean): boolean {
  return (
    a.stories.length === b.stories.length
    && a.stories.every((story, i) => same(story.tokens, (b.stories[i] as Story).tokens))
  );
}
