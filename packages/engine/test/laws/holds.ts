import {
  readAs,
  readBack,
  readBase,
  renderJson,
  resolveChanges,
  type Story,
  type StoryId,
  type Token,
  type Untrackable,
} from "../../src/index.ts";
import { sameTokens, sameWording } from "../../src/model/text.ts";
import { brokenComments } from "./comments-once.ts";
import { type CompiledFiles, compileFiles, open, type SentFile } from "./compile-files.ts";

/**
 * What breaks of the engine's laws for a base text with its submissions, one line for each fault; empty if all hold.
 *
 * - Reading as nobody gives the base; reading as a delegation gives its file's accepted text, structure and formatting.
 * - The tracked Word file, read back with the changes of one name accepted and all others rejected, gives the same.
 * - Each comment is there exactly once.
 * - The order of the files changes nothing: the same bytes come out.
 */
export function brokenLaws(base: Uint8Array, sent: readonly SentFile[]): string[] {
  const files = compileFiles(base, sent);
  return [
    ...brokenCompilation(files, base, sent),
    ...brokenTrackedFile(files, base),
    ...brokenComments(files, base, sent),
    ...brokenOrder(files, base, sent),
  ];
}

/** A story as a delegation, or nobody, reads it, with what hangs on its tokens read the same way. */
function readWhole({ compilation }: CompiledFiles, id: StoryId, code: string | null): Token[] {
  const byStory = new Map(compilation.stories.map((compiled) => [compiled.story, compiled]));
  const read = (story: Story): Token[] => {
    const compiled = byStory.get(story);
    const tokens = compiled === undefined ? [...story.tokens] : readAs(compiled, code);
    return tokens.map((token) => {
      if (!token.stories.some((inner) => byStory.has(inner))) return token;
      return { ...token, stories: token.stories.map((inner) => ({ ...inner, tokens: read(inner) })) };
    });
  };
  const found = compilation.stories.find(({ story }) => story.id === id);
  if (found === undefined) throw new RangeError(`No story ${id}`);
  return read(found.story);
}

function brokenCompilation(files: CompiledFiles, base: Uint8Array, sent: readonly SentFile[]): string[] {
  const faults: string[] = [];
  const circulated = readBase(open(base));
  for (const story of circulated.stories) {
    if (story.kind !== "body" && story.kind !== "header" && story.kind !== "footer") continue;
    const fault = difference(story.tokens, readWhole(files, story.id, null), sameTokens);
    if (fault !== null) faults.push(`read as nobody, ${story.id}: ${fault}`);
  }
  for (const [i, { code, bytes }] of sent.entries()) {
    if (files.submissions[i]?.equalsFile !== true) faults.push(`${code}: the edits do not give the file`);
    const receipt = files.compilation.receipts.find(({ delegation }) => delegation.code === code);
    if (receipt?.proof.holds !== true) faults.push(`${code}: the receipt's proof fails`);
    faults.push(...differsFromFile(files, code, bytes));
  }
  return faults;
}

/** Holds the compilation, read as a delegation, against its file with all changes accepted, which nothing compared. */
function differsFromFile(files: CompiledFiles, code: string, bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const accepted = readBack(files.base, open(resolveChanges(open(bytes), "accept")), null).get("body") ?? [];
  const read = readWhole(files, "body", code);
  // Word has no way to track that a body gains or loses the properties of its last section: a notice tells it instead.
  const told = files.compilation.receipts.find(({ delegation }) => delegation.code === code)?.notices ?? [];
  const isSectionTold = told.some(
    (notice) => notice.code === "part-not-compared" && notice.part === "w:sectPr in w:body",
  );
  const kept = (tokens: readonly Token[]): readonly Token[] =>
    isSectionTold ? tokens.filter(({ kind }) => kind !== "section") : tokens;
  const body = difference(kept(accepted), kept(read), sameTokens);
  if (body !== null) faults.push(`read as ${code}, body: ${body}`);
  const own = readBase(open(bytes));
  for (const [key, { story }] of files.base.margins) {
    const margin = own.stories.find(({ id }) => id === own.margins.get(key)?.story);
    const fault = margin === undefined ? null : difference(margin.tokens, readWhole(files, story, code), sameWording);
    if (fault !== null) faults.push(`read as ${code}, ${story}: ${fault}`);
  }
  return faults;
}

function brokenTrackedFile(files: CompiledFiles, base: Uint8Array): string[] {
  const unlike = rivalEnds(files);
  const faults = files.tracked.untrackable
    .filter((one) => !unlike.includes(one))
    .map(({ story, at, delegations }) => `tracked file: cannot hold ${story} ${at} of ${delegations.join(", ")}`);
  for (const code of [null, ...files.compilation.delegations.map((delegation) => delegation.code)]) {
    const isUnlike = unlike.some(({ delegations }) => code !== null && delegations.includes(code));
    for (const [id, tokens] of readBack(files.base, files.made, code)) {
      const wanted = readWhole(files, id, code);
      const fault = difference(wanted, id === "body" && isUnlike ? withEndOf(wanted, tokens) : tokens, sameTokens);
      if (fault !== null) faults.push(`tracked file, as ${code ?? "nobody"}, ${id}: ${fault}`);
    }
  }
  const rejected = readBack(files.base, open(resolveChanges(files.made, "reject")), null);
  const circulated = readBack(files.base, open(resolveChanges(open(base), "accept")), null);
  const fault = difference(circulated.get("body") ?? [], rejected.get("body") ?? [], sameTokens);
  if (fault !== null) faults.push(`tracked file, all rejected and saved: ${fault}`);
  return faults;
}

/**
 * What is told of rival looks for the last paragraph mark of the body. Word records one change of formatting for a mark,
 * and cannot delete the last one to insert another: the first look is tracked, the others are told. Only that is
 * forgiven, and only in the look of that mark.
 */
function rivalEnds({ compilation, tracked }: CompiledFiles): Untrackable[] {
  const tokens = compilation.stories.find(({ story }) => story.id === "body")?.story.tokens ?? [];
  const end = lastMark(tokens);
  return tracked.untrackable.filter(({ story, at, what }) => what === "formatting" && story === "body" && at === end);
}

/** Tokens that were read back, with the look that the last mark was to have. */
function withEndOf(wanted: readonly Token[], found: readonly Token[]): Token[] {
  const look = wanted[lastMark(wanted)]?.format;
  return found.map((token, at) => (at === lastMark(found) && look !== undefined ? { ...token, format: look } : token));
}

function lastMark(tokens: readonly Token[]): number {
  return tokens.findLastIndex(({ kind }) => kind === "mark");
}

function brokenOrder(files: CompiledFiles, base: Uint8Array, sent: readonly SentFile[]): string[] {
  const order = sent.map(({ code }) => code);
  const half = Math.ceil(sent.length / 2);
  const orders = sent.length < 2 ? [sent] : [sent.toReversed(), [...sent.slice(half), ...sent.slice(0, half)]];
  return orders.flatMap((other) => {
    const again = compileFiles(base, other, order);
    const codes = other.map(({ code }) => code).join(" ");
    return [
      ...(sameBytes(files.tracked.bytes, again.tracked.bytes)
        ? []
        : [`in the order ${codes} the Word file is another`]),
      ...(renderJson(files.compilation) === renderJson(again.compilation)
        ? []
        : [`in the order ${codes} the JSON is another`]),
    ];
  });
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

type Same = (a: readonly Token[], b: readonly Token[]) => boolean;

/** The first difference, told with a few words around it; `null` without one. */
function difference(wanted: readonly Token[], found: readonly Token[], same: Same): string | null {
  if (same(wanted, found)) return null;
  let at = 0;
  while (at < wanted.length && at < found.length && same(wanted.slice(at, at + 1), found.slice(at, at + 1))) at++;
  return `token ${at} should be ${shown(wanted, at)} and is ${shown(found, at)}`;
}

function shown(tokens: readonly Token[], at: number): string {
  const some = tokens.slice(at, at + 3).map(({ text, wording, format }) => `${text || wording}«${format}»`);
  return JSON.stringify(some.join(" "));
}
