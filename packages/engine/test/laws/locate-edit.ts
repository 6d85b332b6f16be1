import type { TrueEdit } from "../../../../fixtures/docx-builder/draft/true-edit.ts";
import type { Story, Token } from "../../src/index.ts";
import { textOf } from "../../src/model/text.ts";
import type { TokenSource } from "../../src/ooxml/token-source.ts";

/** What a true edit comes to in the base story: tokens `from` to `to`, half-open, give way to `after`. */
export interface Effect {
  readonly delegation: string;
  readonly story: string;
  readonly from: number;
  readonly to: number;
  readonly after: string;
  /** `"look"` where the words stay. */
  readonly kind: "wording" | "look";
}

/** The effects of an edit, two for a move. Throws a `RangeError` if the base does not say what the edit found there. */
export function effectsOf(edit: TrueEdit, stories: ReadonlyMap<string, Story>): Effect[] {
  const story = stories.get(edit.story);
  if (story === undefined) throw new RangeError(`No story ${edit.story}`);
  const { delegation, after } = edit;
  const paragraphs = paragraphsOf(story.tokens);
  const at = paragraphs[edit.paragraph] ?? pastTheLast(story.tokens);
  const effect = (from: number, to: number, words: string, kind: Effect["kind"] = "wording"): Effect => ({
    delegation,
    story: edit.story,
    from,
    to,
    after: words,
    kind,
  });
  const gapBefore = (paragraph: number): number => paragraphs[paragraph]?.blockStart ?? story.tokens.length - 1;
  switch (edit.kind) {
    case "delete-paragraph":
      return [effect(at.start, at.mark + 1, "")];
    case "move":
      return [
        effect(at.start, at.mark + 1, ""),
        effect(gapBefore(edit.target ?? 0), gapBefore(edit.target ?? 0), after),
      ];
    case "insert-paragraph":
      return [effect(gapBefore(edit.paragraph), gapBefore(edit.paragraph), after)];
    case "insert-row": {
      // Behind the last row, the next paragraph stands behind the table.
      const gap = gapBefore(edit.paragraph);
      const inTable = story.tokens[gap - 1]?.wording === "</table>" ? gap - 1 : gap;
      return [effect(inTable, inTable, after)];
    }
    case "delete-row":
      return [effect(at.blockStart, rowEnd(story.tokens, at.blockStart), "")];
    case "insert-column": {
      // The other columns become narrower.
      const end = tableEnd(story.tokens, at.blockStart);
      return [effect(at.blockStart, end, after), effect(at.blockStart, end, after, "look")];
    }
    case "join":
      return [effect(at.mark, at.mark + 1, "")];
    case "style":
      return [effect(at.mark, at.mark + 1, after, "look")];
    default: {
      const [from, to] = wordsAt(story.tokens.slice(at.start, at.mark), edit);
      const own = effect(at.start + from, at.start + to, after, edit.kind === "format" ? "look" : "wording");
      // The space before a control's first word is in the control, and is one token with the word before it.
      return edit.kind === "insert-control" ? [own, { ...own, from: own.from - 1, kind: "look" }] : [own];
    }
  }
}

interface ParagraphSpan {
  /** Before what opens right before the paragraph: its row and cell. */
  readonly blockStart: number;
  readonly start: number;
  readonly mark: number;
}

function paragraphsOf(tokens: readonly Token[]): ParagraphSpan[] {
  const spans: ParagraphSpan[] = [];
  let start = 0;
  let blockStart = 0;
  for (const [i, token] of tokens.entries()) {
    const { kind } = token;
    // A field over several paragraphs, such as a table of contents, is one token of them all.
    for (let within = paragraphsWithin(token); within > 1; within--) spans.push({ blockStart, start, mark: i });
    if (kind === "close") blockStart = i + 1;
    if (kind === "open" || kind === "close") start = i + 1;
    if (kind !== "mark") continue;
    spans.push({ blockStart, start, mark: i });
    start = i + 1;
    blockStart = i + 1;
  }
  return spans;
}

function paragraphsWithin(token: Token): number {
  const source = token.source as TokenSource | null;
  if (source?.kind !== "atom" || source.piece.level !== "block") return 0;
  return source.piece.nodes.filter(({ name }) => name === "w:p").length;
}

function pastTheLast(tokens: readonly Token[]): ParagraphSpan {
  const end = tokens.length - 1;
  return { blockStart: end, start: end, mark: end };
}

function rowEnd(tokens: readonly Token[], from: number): number {
  return endOf(tokens, from, "row");
}

function tableEnd(tokens: readonly Token[], from: number): number {
  return endOf(tokens, from, "table");
}

function endOf(tokens: readonly Token[], from: number, container: string): number {
  const end = tokens.findIndex(({ kind, wording }, i) => i >= from && kind === "close" && wording.includes(container));
  if (end < 0) throw new RangeError(`No ${container} ends after token ${from}`);
  return end + 1;
}

/** The tokens of a paragraph that hold the words of an edit; a gap for an insertion between two words. */
function wordsAt(tokens: readonly Token[], { from, before, kind, paragraph }: TrueEdit): [from: number, to: number] {
  const words = kind === "delete-note" ? "" : before;
  // References, images and fields count nothing, and what stands beside a note's own number is not of the text.
  const texts = tokens.map((token) => (token.kind === "word" ? token.text : ""));
  const text = texts.join("");
  const shift = text.startsWith(" ") ? 1 : 0;
  const found = words === "" ? from + shift : text.indexOf(words, from);
  if (found < 0) throw new RangeError(`Paragraph ${paragraph} does not say "${words}" from ${from}: ${textOf(tokens)}`);
  const starts: number[] = [];
  let at = 0;
  for (const each of texts) {
    starts.push(at);
    at += each.length;
  }
  const end = found + words.length;
  const touched = texts.flatMap((each, i) => {
    const start = starts[i] as number;
    return start < end && found < start + each.length ? [i] : [];
  });
  if (words !== "") return [touched[0] as number, (touched.at(-1) as number) + 1];
  const inside = texts.findIndex(
    (each, i) => (starts[i] as number) < found && found < (starts[i] as number) + each.length,
  );
  if (inside >= 0) return [inside, inside + 1];
  const gap = starts.findIndex((start, i) => start >= found && texts[i] !== "");
  return gap < 0 ? [tokens.length, tokens.length] : [gap, gap];
}
