import {
  type BaseText,
  type Compilation,
  consolidate,
  openPackage,
  Problem,
  type ProblemCode,
  readAs,
  readBack,
  readBase,
  readSubmission,
  renderTracked,
  type StoryId,
  type Token,
} from "../../src/index.ts";
import { sameTokens } from "../../src/model/text.ts";
import { nodeInflater } from "../ooxml/build-zip.ts";

/** How a compilation of any files at all may end, and, as `broken`, how it may not. */
export type Verdict =
  | { readonly kind: "refused"; readonly code: ProblemCode }
  /**
   * `partly` where Word cannot track something that is proposed, so that the file cannot be read back as it; `odd` where
   * it is not read back as it, but a notice says that it holds elements that are not understood.
   */
  | { readonly kind: "holds" | "partly" | "odd" }
  | { readonly kind: "broken"; readonly law: string; readonly detail: string };

/**
 * Compiles one to nine files on a base, writes the tracked file, reads it back, and holds everything against the laws.
 * When strict, what comes out odd is broken, too.
 */
export function judge(baseBytes: Uint8Array, files: readonly Uint8Array[], isStrict: boolean): Verdict {
  let base: BaseText;
  let compilation: Compilation;
  try {
    base = readBase(openPackage(baseBytes, nodeInflater()));
    const submissions = files.map((bytes, i) =>
      readSubmission(base, openPackage(bytes, nodeInflater()), delegationOf(i), { name: `${i}`, sha256: "", bytes: 0 }),
    );
    const unequal = submissions.findIndex(({ equalsFile }) => !equalsFile);
    if (unequal >= 0) return broken("the edits give the file", `submission ${unequal}`);
    compilation = consolidate(
      base,
      submissions,
      files.map((_, i) => delegationOf(i)),
    );
  } catch (error) {
    return error instanceof Problem ? refusal(error) : broken("only problems are thrown", stackOf(error));
  }
  for (const { delegation, proof } of compilation.receipts) {
    if (!proof.holds) return broken("the proof holds", `${delegation.code} at ${proof.firstDifference.citation}`);
  }
  try {
    return judgeTracked(base, compilation, isStrict);
  } catch (error) {
    // A problem, too: what the engine made, it must be able to read.
    return broken("the tracked file can be written and read", stackOf(error));
  }
}

/** The tracked file, read as nobody and as each delegation, says what the compilation says. */
function judgeTracked(base: BaseText, compilation: Compilation, isStrict: boolean): Verdict {
  const made = renderTracked(base, compilation);
  const opened = openPackage(made.bytes, nodeInflater());
  const untrackable = new Set(made.untrackable.flatMap(({ delegations }) => delegations));
  for (const code of [null, ...compilation.delegations.map((one) => one.code)]) {
    if (code !== null && untrackable.has(code)) continue;
    for (const [id, found] of readBack(base, opened, code)) {
      const wanted = readWhole(compilation, code, id);
      if (sameTokens(wanted, found)) continue;
      if (!isStrict && isOdd(base, compilation)) return { kind: "odd" };
      return broken("the tracked file reads back", `${code} ${id}: ${differenceOf(wanted, found)}`);
    }
  }
  return { kind: untrackable.size > 0 ? "partly" : "holds" };
}

/** Elements that no Word file has where they are; what they are to Word, nobody knows. */
function isOdd(base: BaseText, { receipts }: Compilation): boolean {
  const notices = [...base.notices, ...receipts.flatMap((receipt) => receipt.notices)];
  return notices.some(({ code }) => code === "element-not-understood");
}

/** A story as somebody proposes it, with the stories that hang on its tokens as they propose those. */
function readWhole(compilation: Compilation, code: string | null, id: StoryId): Token[] {
  const compiled = compilation.stories.find(({ story }) => story.id === id);
  if (compiled === undefined) return [];
  const isBase = (token: Token): boolean =>
    token.stories.some((inner) => compilation.stories.some(({ story }) => story === inner));
  return readAs(compiled, code).map((token) =>
    isBase(token)
      ? {
          ...token,
          stories: token.stories.map((inner) => ({ ...inner, tokens: readWhole(compilation, code, inner.id) })),
        }
      : token,
  );
}

function differenceOf(wanted: readonly Token[], found: readonly Token[]): string {
  let at = 0;
  while (at < wanted.length && at < found.length && sameTokens(wanted.slice(at, at + 1), found.slice(at, at + 1))) at++;
  const show = ({ text, wording, format }: Token): string =>
    `${JSON.stringify((text || wording).slice(0, 60))} ${format.slice(0, 80)}`;
  const [one, other] = [wanted[at], found[at]];
  if (one !== undefined && other !== undefined && one.text === other.text) {
    const [x, y] = one.wording === other.wording ? [one.format, other.format] : [one.wording, other.wording];
    let same = 0;
    while (same < x.length && x[same] === y[same]) same++;
    if (x !== y)
      return `at ${at} ${show(one)} wanted ${x.slice(Math.max(0, same - 30), same + 80)}; found ${y.slice(Math.max(0, same - 30), same + 80)}`;
  }
  return `at ${at} wanted ${wanted
    .slice(at, at + 3)
    .map(show)
    .join(", ")}; found ${found
    .slice(at, at + 3)
    .map(show)
    .join(", ")}`;
}

function delegationOf(i: number): { code: string; name: string } {
  const code = `X${"ABCDEFGHI"[i]}${"ABCDEFGHI"[i]}`;
  return { code, name: code };
}

function refusal({ code, message, advice }: Problem): Verdict {
  if (message === "" || advice === "" || /undefined|\[object /.test(message))
    return broken("a problem says what and where", message);
  return { kind: "refused", code };
}

function broken(law: string, detail: string): Verdict {
  return { kind: "broken", law, detail };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 6).join("\n") : String(error);
}
