import type { Compilation, CompiledStory, Passage } from "../model/compilation.ts";
import type { Token } from "../model/text.ts";
import { type Headed, headingLines } from "./heading.ts";
import { shownText } from "./shown-text.ts";

/** Every story under its id, `[body]`, in the notation of `renderNotation`, but with a line for each paragraph. */
export function renderPlainText({ stories }: Compilation, { heading }: Headed = {}): string {
  const texts = stories
    .map((compiled) => `[${compiled.story.id}]\n${renderNotation(compiled).replaceAll("¶", "¶\n")}\n`)
    .join("\n");
  return headingLines(heading) + texts;
}

/**
 * A story of a compilation as one line in the notation of docs/tricky-cases: `States [should => XAA: shall] report.`
 * Tables, content controls and notes, which the pages there do not have, are written `<a|b|/>`, `{…}` and
 * `[footnote 9]`. Formatting, moves and what text boxes say are not shown, and brackets in the text itself are not told
 * from those of a passage. Where several passages meet at the very end, a reading can end with a `¶` that has nothing
 * behind it.
 */
export function renderNotation({ story: { tokens }, passages }: CompiledStory): string {
  const line = new Line();
  let at = 0;
  passages.forEach((passage, i) => {
    const { fromA, toA } = passage;
    const follows = blockFollows(tokens[toA]) ? "block" : passages[i + 1]?.fromA === toA ? "passage" : "nothing";
    line.keep(tokens.slice(at, fromA));
    line.passage(tokens.slice(fromA, toA), passage, follows);
    at = toA;
  });
  line.keep(tokens.slice(at));
  return line.text;
}

/** What stands behind a passage, within the same cell or story. */
type Follows = "block" | "passage" | "nothing";

/** False where a story, a cell or a content control ends before this token. */
function blockFollows(token: Token | undefined): boolean {
  return token !== undefined && !endsBlocks(token);
}

class Line {
  text = "";
  /** A paragraph has ended, and its sign is not written: that waits until something follows. */
  #ended = false;

  keep(tokens: readonly Token[]): void {
    const { text, ended } = written(tokens, this.#ended);
    this.text += text;
    this.#ended = ended;
  }

  passage(base: readonly Token[], { proposals }: Passage, follows: Follows): void {
    // Where a block follows, every reading needs the sign of the paragraph before: it stands before the bracket.
    if (this.#ended && follows === "block") {
      this.text += "¶";
      this.#ended = false;
    }
    const readings = [base, ...proposals.map(({ wording }) => wording)].map((tokens) => written(tokens, this.#ended));
    const agree = readings.every(({ ended }) => ended === readings[0]?.ended);
    const closes = follows === "block" || (follows === "passage" && !agree);
    this.#ended = follows === "passage" && agree && readings[0]?.ended === true;
    const wordings = readings.map(({ text, ended }) => (closes && ended ? `${text}¶` : text));
    const space = commonSpace(wordings);
    const [shown, ...rest] = wordings.map((wording) => wording.slice(0, wording.length - space.length));
    const sides = rest.map((wording, i) => {
      const sponsors = proposals[i]?.sponsors.map(({ delegation }) => delegation) ?? [];
      return `${sponsors.join("+")}: ${wording}`;
    });
    this.text += `[${shown === "" ? "" : `${shown} `}=> ${sides.join(" | ")}]${space}`;
  }
}

function written(tokens: readonly Token[], endedBefore: boolean): { text: string; ended: boolean } {
  let text = "";
  let ended = endedBefore;
  for (const token of tokens) {
    if (ended && blockFollows(token)) text += "¶";
    ended = token.kind === "mark";
    if (token.kind === "mark") continue;
    text += token.kind === "open" || token.kind === "close" ? structureSign(token) : shownText([token]);
  }
  return { text, ended };
}

function endsBlocks({ kind, wording }: Token): boolean {
  return kind === "section" || (kind === "close" && (wording === "</cell>" || wording.startsWith("</group")));
}

function structureSign({ kind, wording }: Token): string {
  const name = /^<\/?(\w+)/.exec(wording)?.[1];
  if (name === "table") return kind === "open" ? "<" : ">";
  if (name === "group") return kind === "open" ? "{" : "}";
  if (kind === "open") return "";
  return name === "row" ? "/" : "|";
}

/** The white space that all wordings end in; `""` where one of them ends in no or another one. */
function commonSpace(wordings: readonly string[]): string {
  const [first = "", ...rest] = wordings;
  const space = /[^\S\n]?$/u.exec(first)?.[0] ?? "";
  return rest.every((wording) => wording.endsWith(space)) ? space : "";
}
