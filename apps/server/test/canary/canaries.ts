import { strFromU8, unzipSync } from "fflate";

/** Who is in the world of the test. */
export const PEOPLE = [
  "administrator",
  "secretary",
  "chair",
  "headA",
  "deputyA",
  "expertA",
  "observerA",
  "headB",
  "expertB",
  "headC",
  "stranger",
  "installer",
  "public",
] as const;

export type Who = (typeof PEOPLE)[number];

const A: readonly Who[] = ["headA", "deputyA", "expertA", "observerA"];
const B: readonly Who[] = ["headB", "expertB"];
const SERVING: readonly Who[] = ["secretary", "chair"];

/** Who may see what, in the words of the issue and not in those of the policies that are tested. */
export const READERS = {
  everybody: PEOPLE,
  "participating States": [...SERVING, ...A, ...B, "headC"],
  "members of the workspace": ["administrator", ...SERVING, ...A, ...B, "headC"],
  "the audience": [...SERVING, ...A, ...B],
  "the secretariat and the chair": SERVING,
  "delegation A": A,
  "delegation B": B,
  "those who act for delegation A": ["headA", "deputyA", "expertA"],
  "delegation A, the secretariat and the chair": [...SERVING, ...A],
  "delegation B, the secretariat and the chair": [...SERVING, ...B],
  "who manages members, and delegation B": ["administrator", "secretary", ...B],
  "who invites, and delegation B": ["administrator", "secretary", ...B],
  "the chair and those who act for delegation A": ["chair", "headA", "deputyA", "expertA"],
  "those who act for delegations A and B": ["headA", "deputyA", "expertA", "headB", "expertB"],
  "expert A alone": ["expertA"],
} as const satisfies Record<string, readonly Who[]>;

export type Readers = keyof typeof READERS;

/** A word that stands nowhere else, planted where only some may see it. */
export interface Canary {
  readonly word: string;
  readonly where: string;
  readonly readers: Readers;
}

/** Plants canaries and finds them again. */
export class Canaries {
  readonly all: Canary[] = [];

  /** A new canary for a place. Letters only, so that nothing on the way cuts or encodes it. */
  plant(where: string, readers: Readers): string {
    const number = String.fromCharCode(97 + Math.floor(this.all.length / 26), 97 + (this.all.length % 26));
    const word = `qanary${number}zx`;
    this.all.push({ word, where, readers });
    return word;
  }

  /** The canaries in what somebody was given that they must not see. */
  wrongfullySeen(who: Who, given: string): readonly Canary[] {
    const lower = given.toLowerCase();
    return this.all.filter(
      ({ word, readers }) => !(READERS[readers] as readonly Who[]).includes(who) && lower.includes(word),
    );
  }

  seen(given: string): readonly Canary[] {
    const lower = given.toLowerCase();
    return this.all.filter(({ word }) => lower.includes(word));
  }
}

/** Everything that bytes say: a file of Word's kind is opened, and each of its parts read. */
export function contentOf(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return new TextDecoder().decode(bytes);
  // Word cuts a word into runs where it likes: without the marks between them it is whole again.
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}\n${strFromU8(part).replaceAll(/<[^>]*>/g, "")}`)
    .join("\n");
}
