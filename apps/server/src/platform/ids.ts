import { randomBytes } from "node:crypto";

// Crockford's alphabet without i, l, o, u: nothing in it is misread aloud or spells a word.
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** 16 letters and digits, 80 random bits: never used twice, and not to be guessed. */
export function newId(): string {
  return Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]).join("");
}
