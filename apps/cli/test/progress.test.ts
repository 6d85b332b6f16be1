import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { progressOn } from "../src/progress.ts";

/** A stream with what `progressOn` asks of a terminal; it keeps what is written. */
function stream(isTTY: boolean, columns = 80): { stream: NodeJS.WriteStream; written: () => string } {
  const through = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY, columns });
  return { stream: through as unknown as NodeJS.WriteStream, written: () => String(through.read() ?? "") };
}

test("a terminal shows which file is being read, and the line is gone at the end", () => {
  const terminal = stream(true);
  const progress = progressOn(terminal.stream);
  progress.reading(11, 57, "returned/XAA.docx");
  progress.end();
  expect(terminal.written()).toBe("\r\u001b[2KReading 12 of 57: XAA.docx\r\u001b[2K");
});

test("the line never wraps, since a wrapped line could not be taken away", () => {
  const terminal = stream(true, 30);
  progressOn(terminal.stream).reading(0, 57, `${"long ".repeat(20)}.docx`);
  expect(terminal.written().replace("\r\u001b[2K", "")).toHaveLength(29);
});

test("whoever waits for something else is told of it on the same line", () => {
  const terminal = stream(true);
  progressOn(terminal.stream).saying("Compiling 2 submissions: 3 s.");
  expect(terminal.written()).toBe("\r\u001b[2KCompiling 2 submissions: 3 s.");
});

test("in a file or a pipe nothing is shown", () => {
  const pipe = stream(false);
  const progress = progressOn(pipe.stream);
  progress.reading(0, 2, "XAA.docx");
  progress.saying("Compiling 2 submissions: 3 s.");
  progress.end();
  expect(pipe.written()).toBe("");
});
