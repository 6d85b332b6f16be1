/** Runs the seeds that its parent sends, in a process of its own: a hang or a want of memory ends only this one. */
import { type Run, runOnce } from "./one-run.ts";

/** What goes back to the parent for each seed. */
export interface ChildAnswer {
  readonly run: Run;
  /** Bytes of memory that the process holds, those outside JavaScript's own heap included. */
  readonly memory: number;
}

const isStrict = process.argv.includes("--strict");

process.on("message", (seed: number) => {
  const answer: ChildAnswer = { run: runOnce(seed, isStrict), memory: process.memoryUsage.rss() };
  process.send?.(answer);
});
