import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ChildAnswer } from "./child.ts";
import type { Run } from "./one-run.ts";

/** What many runs gave. */
export interface Tally {
  readonly runs: number;
  /** How often each verdict came, by its kind, refusals by their code: `"refused damaged"`. */
  readonly verdicts: ReadonlyMap<string, number>;
  /** Each with its seed, so that it can be had again. */
  readonly failures: readonly Run[];
  readonly slowest: number;
  /** Most bytes that the process held after a run. */
  readonly memory: number;
}

/**
 * A run of the slowest original takes half a second. Ten times that is room for a machine that is busy; what is not done
 * by then is quadratic or does not end.
 */
export const LONGEST = 10_000;
/** JavaScript's heap, in MiB: runs of the originals take 150. A process that wants more is ended by the system. */
const HEAP = 512;
/** Bytes of the whole process. */
const MOST_MEMORY = 1024 * 1024 * 1024;

/** Tries seeds one after the other until the time is over, each in a child process that is watched. */
export async function tryMany(
  seeds: Iterable<number>,
  milliseconds: number,
  { isStrict = false, onFailure = () => {} }: { isStrict?: boolean; onFailure?: (run: Run) => void } = {},
): Promise<Tally> {
  const end = performance.now() + milliseconds;
  const verdicts = new Map<string, number>();
  const failures: Run[] = [];
  let [runs, slowest, memory] = [0, 0, 0];
  let child = start(isStrict);
  for (const seed of seeds) {
    if (performance.now() >= end) break;
    const answer = await ask(child, seed);
    runs++;
    const run = typeof answer === "string" ? failed(seed, answer) : answer.run;
    if (typeof answer === "string") {
      child.kill("SIGKILL");
      child = start(isStrict);
    } else {
      slowest = Math.max(slowest, run.milliseconds);
      memory = Math.max(memory, answer.memory);
    }
    const { verdict } = run;
    const name = verdict.kind === "refused" ? `refused ${verdict.code}` : verdict.kind;
    verdicts.set(name, (verdicts.get(name) ?? 0) + 1);
    if (verdict.kind === "broken") {
      failures.push(run);
      onFailure(run);
    }
  }
  child.kill();
  return { runs, verdicts, failures, slowest, memory };
}

function start(isStrict: boolean): ChildProcess {
  const path = fileURLToPath(new URL("child.ts", import.meta.url));
  return fork(path, isStrict ? ["--strict"] : [], {
    execArgv: [`--max-old-space-size=${HEAP}`, "--no-warnings"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

/** The child's answer, or in words why there is none. */
function ask(child: ChildProcess, seed: number): Promise<ChildAnswer | string> {
  return new Promise((resolve) => {
    const done = (answer: ChildAnswer | string): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      const isFat = typeof answer !== "string" && answer.memory > MOST_MEMORY;
      resolve(isFat ? `the process holds ${Math.round(answer.memory / 2 ** 20)} MiB` : answer);
    };
    const timer = setTimeout(() => done(`no end after ${LONGEST} ms`), LONGEST);
    child.once("message", (answer) => done(answer as ChildAnswer));
    child.once("exit", (code, signal) =>
      done(`the process ended (${signal ?? code}): out of memory, or the stack is full`),
    );
    child.send(seed);
  });
}

function failed(seed: number, detail: string): Run {
  const what = ["see `run.ts --seed ... --files` for the files"];
  return { seed, verdict: { kind: "broken", law: "a run ends in time and memory", detail }, what, milliseconds: 0 };
}
