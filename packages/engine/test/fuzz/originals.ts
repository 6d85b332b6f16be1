import { readdirSync, readFileSync } from "node:fs";
import { CORPUS, readCorpus } from "../ooxml/corpus.ts";

/** A base text with files that were made from it. */
export interface Family {
  readonly base: string;
  readonly copies: readonly string[];
}

const ILLUSTRATIVE = new URL("../../../../fixtures/illustrative/files/", import.meta.url);
/** Larger ones take most of a second each, and hold nothing that the others lack. */
const LARGEST = 150_000;

/** Every file of the corpus as a copy of itself, where there is a corpus; the illustrative guide with its submissions. */
export function familiesOf(): Family[] {
  const names = readdirSync(ILLUSTRATIVE)
    .filter((name) => name.endsWith(".docx"))
    .sort();
  const base = names.find((name) => name.startsWith("Guide")) as string;
  const guide = { base, copies: names.filter((name) => name !== base) };
  const corpus = CORPUS.filter((name) => readCorpus(name).length <= LARGEST && isWhole(name));
  // The guide comes often: it has most of what a negotiated text has.
  const often = Math.max(1, Math.round(corpus.length / 8));
  return [...Array.from({ length: often }, () => guide), ...corpus.map((name) => ({ base: name, copies: [name] }))];
}

/** The bytes of a file by the name that its family gives it. */
export function readOriginal(name: string): Uint8Array {
  if (CORPUS.includes(name)) return readCorpus(name);
  return new Uint8Array(readFileSync(new URL(encodeURIComponent(name), ILLUSTRATIVE)));
}

/** A few files of the corpus are no Word files, on purpose: nothing can be changed inside them. */
function isWhole(name: string): boolean {
  const [p, k] = readCorpus(name);
  return p === 0x50 && k === 0x4b;
}
