import { availableParallelism } from "node:os";
import { Piscina } from "piscina";

/** Threads for work that would hold up every request: reading, joining and compiling Word files. */
export interface Threads {
  /**
   * Runs the function with this name, exported by the module, in a thread. What goes in and comes out is copied. A
   * rejection keeps its message alone: foreseen failures are values.
   */
  readonly run: <Input, Output>(module: URL, name: string, input: Input) => Promise<Output>;
  readonly close: () => Promise<void>;
}

export function startThreads(): Threads {
  const pool = new Piscina({
    maxThreads: Math.max(1, availableParallelism() - 1),
    // A thread keeps the engine's compiled code; without work for a minute it gives its memory back.
    idleTimeout: 60_000,
  });
  return {
    run: (module, name, input) => pool.run(input, { filename: module.href, name }),
    close: () => pool.destroy(),
  };
}
