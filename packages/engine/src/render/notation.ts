import type { CompiledStory, Passage } from "../model/compilation.ts";
import type { Token } from "../model/text.ts";

/**
 * A story of a compilation as one line in the notation of docs/tricky-cases: `States [should => XAA: shall] report.`
 * Tables and content controls, which the pages there do not have, are written `<a|b|/>` and `{…}`. Formatting, moves
 * and what hangs on words are not shown, and brackets in the text itself are not told from those of a passage.
 */
export function renderNotation({ story: { tokens }, passages }: CompiledStory): string {
  const line = new Line();
  let at = 0;
  for (const passage of passages) {
    line.keep(tokens.slice(at, passage.fromA));
    line.passage(tokens.slice(passage.fromA, passage.toA), passage, endsAfter(tokens, passage.toA));
    at = passage.toA;
  }
  line.keep(tokens.slice(at));
  return line.text;
}

/** True where no further block follows in what holds the token before `at`. */
function endsAfter(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next === undefined || endsBlocks(next);
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

  passage(base: readonly Token[], { proposals }: Passage, isLast: boolean): void {
    // Where a block follows, every reading needs the sign of the paragraph before: it stands before the bracket.
    if (this.#ended && !isLast) {
      this.text += "¶";
      this.#ended = false;
    }
    const textIn = (tokens: readonly Token[]): string => {
      const { text, ended } = written(tokens, this.#ended);
      return ended && !isLast ? `${text}¶` : text;
    };
    const wordings = [textIn(base), ...proposals.map(({ wording }) => textIn(wording))];
    const space = commonSpace(wordings);
    const [shown, ...rest] = wordings.map((wording) => wording.slice(0, wording.length - space.length));
    const sides = rest.map((wording, i) => {
      const sponsors = proposals[i]?.sponsors.map(({ delegation }) => delegation) ?? [];
      return `${sponsors.join("+")}: ${wording}`;
    });
    this.text += `[${shown === "" ? "" : `${shown} `}=> ${sides.join(" | ")}]${space}`;
    if (isLast) this.#ended = false;
  }
}

function written(tokens: readonly Token[], endedBefore: boolean): { text: string; ended: boolean } {
  let text = "";
  let ended = endedBefore;
  for (const token of tokens) {
    if (ended && !endsBlocks(token)) text += "¶";
    ended = token.kind === "mark";
    if (token.kind === "mark") continue;
    text += token.kind === "open" || token.kind === "close" ? structureSign(token) : token.text;
  }
  return { text, ended };
}

function endsBlocks({ kind, wording }: Token): boolean {
  return kind === "section" || (kind === "close" && (wording === "</cell>" || wording === "</group>"));
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
