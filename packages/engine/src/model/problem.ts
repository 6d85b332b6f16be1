/**
 * What stops the engine from reading a file at all, or from writing down what somebody proposes. Whatever can be read is read, and a `Notice` tells what to look at;
 * a `Problem` is for the rest. Each code has its section in docs/reference/problems.md.
 */
export const PROBLEMS = {
  "not-a-zip": "The file is not a Word document",
  "legacy-doc": "The file is in the old Word 97-2003 format",
  "password-protected": "The file is protected by a password",
  truncated: "The file is cut off",
  damaged: "The file is damaged",
  "compression-unknown": "The file is compressed in a way that Word never uses",
  "too-large": "The file is larger than we read",
  "zip-hostile": "The file is built to do harm",
  "missing-part": "The file lacks a part that every Word document has",
  "xml-not-well-formed": "A part of the file is not well-formed XML",
  "xml-forbidden": "A part of the file uses an XML feature that Word never writes",
  "xml-too-deep": "A part of the file is nested too deeply",
  unrelated: "The file is not a marked-up copy of the base text",
  "duplicate-delegation": "Two files are from the same delegation",
  "place-unknown": "The base text has no such paragraph",
  "paragraph-kept-whole": "The paragraph cannot be worded anew",
  "passage-kept-whole": "The passage cannot be typed",
  "atom-elsewhere": "Something to be kept is not in the paragraph",
  "proposed-twice": "Two proposals are for one paragraph",
  "text-not-writable": "The text holds a character that no Word file can hold",
  "base-as-submission": "The base text itself was given as a submission",
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** Thrown when a file cannot be read. `message` says what is wrong and where; `advice` what to do about it. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly advice: string;

  constructor(code: ProblemCode, detail: string, advice: string) {
    super(`${PROBLEMS[code]}: ${detail}`);
    this.name = "Problem";
    this.code = code;
    this.advice = advice;
  }
}
