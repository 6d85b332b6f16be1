/**
 * SHA-256 (FIPS 180-4), hexadecimal, lower case. Two contents that somebody made to look alike have the same size and
 * CRC-32, but never the same of these. The platforms' own is either not everywhere or not synchronous.
 */
export function sha256(bytes: Uint8Array): string {
  const state = Int32Array.from(START);
  const schedule = new Int32Array(64);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % BLOCK);
  for (let from = 0; from < whole; from += BLOCK) mix(state, schedule, view, from);
  const end = new DataView(ending(bytes.subarray(whole), bytes.length).buffer);
  for (let from = 0; from < end.byteLength; from += BLOCK) mix(state, schedule, end, from);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** Bytes that are taken at a time. */
const BLOCK = 64;

/** The last bytes with a single 1 behind them, filled up with 0, and the length of all in bits. */
function ending(rest: Uint8Array, length: number): Uint8Array {
  const padded = new Uint8Array(rest.length + 9 > BLOCK ? 2 * BLOCK : BLOCK);
  padded.set(rest);
  padded[rest.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(length) * 8n);
  return padded;
}

function mix(state: Int32Array, schedule: Int32Array, view: DataView, from: number): void {
  for (let i = 0; i < 16; i++) schedule[i] = view.getInt32(from + 4 * i);
  for (let i = 16; i < 64; i++) {
    const before = at(schedule, i - 15);
    const last = at(schedule, i - 2);
    const spreadBefore = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3);
    const spreadLast = turn(last, 17) ^ turn(last, 19) ^ (last >>> 10);
    schedule[i] = at(schedule, i - 16) + spreadBefore + at(schedule, i - 7) + spreadLast;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + at(CONSTANTS, i) + at(schedule, i)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = at(state, i) + word;
}

/** To the right, what falls out comes in again on the left. */
function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** A value whose index the code around keeps within bounds. */
function at(words: Int32Array, index: number): number {
  return words[index] as number;
}

/** The first 32 bits of the fractions of the square roots of the first 8 primes. */
const START: Int32Array = Int32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
);

/** The same of the cube roots of the first 64. */
// biome-ignore format: eight in a row
const CONSTANTS: Int32Array = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
);
