/**
 * How much of a file the engine takes in. A file beyond a limit is refused with a `Problem` before anything of that
 * size is made. Parts that nobody asks for (images, fonts, embedded files) are never inflated, so that only
 * `fileBytes` and `entries` bind them.
 */
export interface Limits {
  /** Bytes of the whole file, as compressed. */
  readonly fileBytes: number;
  /** Entries in the file. */
  readonly entries: number;
  /** Bytes of one entry once inflated. */
  readonly entryBytes: number;
  /** Bytes of all entries that are inflated, taken together; an entry that is read twice counts once. */
  readonly totalBytes: number;
  /** Inflated bytes for one compressed byte. Counts only for entries above `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
}

const MIB = 1024 * 1024;

export const LIMITS: Limits = {
  // Mail carries at most 150 MB (Exchange Online); the rest is room for files that are handed over in another way. A
  // browser must hold the file, and those of all other delegations, in memory.
  fileBytes: 250 * MIB,
  // The fullest of the Word files that the engine is tested on has 36 entries. A text with an image on each of 2,000
  // pages would have about 2,050. At 60,000 entries the table of contents alone takes libraries seconds.
  entries: 10_000,
  // The largest text part met in a real Word file has 12.6 MB. Ten times that still fits into one JavaScript string,
  // which ends at about 512 million characters.
  entryBytes: 128 * MIB,
  // A main text at its limit, with as much again for notes, comments and styles.
  totalBytes: 256 * MIB,
  // No part of the test files goes beyond 37 to 1; a table of 10,000 equal rows, without the ids that Word gives to
  // paragraphs, reaches 189. A bomb wants the end of deflate, 1,032 to 1. Under 8 MiB a high ratio costs nothing, and
  // parts full of blanks have one.
  ratio: 250,
  ratioFromBytes: 8 * MIB,
};
