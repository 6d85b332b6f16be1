import { basename } from "node:path";

/** Tells a person who waits what is being done. */
export interface Progress {
  /** `done` files of `all` are finished, and `path` is next. */
  readonly reading: (done: number, all: number, path: string) => void;
  /** Something else takes its time. */
  readonly saying: (what: string) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** One line that is written again and again, on a terminal only: in a file or a pipe it would be rubbish. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { reading: () => {}, saying: () => {}, end: () => {} };
  const show = (line: string): void => {
    const fits = [...line].slice(0, Math.max(stream.columns - 1, 20)).join("");
    stream.write(`\r\u001b[2K${fits}`);
  };
  return {
    reading: (done, all, path) => show(`Reading ${done + 1} of ${all}: ${basename(path)}`),
    saying: show,
    end: () => show(""),
  };
}
