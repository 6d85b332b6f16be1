import { ApiProblem, type Call, type ProblemCode } from "@compendium/contract";

/** How long a careful client waits before it asks again, in ms. */
const AGAIN = 150;

/** A minute of outage is more than any test makes. */
const PATIENCE = 60_000;

/** Problems that say nothing about the act: the answer was lost, or the server could not do anything then. */
const PASSING: readonly ProblemCode[] = ["server-fault", "store-unavailable", "store-full", "too-many"];

/** Does what must be done exactly once, over lines and servers that fail. */
export interface Careful {
  /** Asks until there is an answer. */
  readonly read: <Answer>(ask: () => Promise<Answer>) => Promise<Answer>;
  /**
   * Does an act until it is known to be done. After a failure it looks first: `there` finds what the act would have made,
   * or gives `null`; what is found is not done again.
   */
  readonly act: <Answer>(does: () => Promise<Answer>, there: () => Promise<Answer | null>) => Promise<Answer>;
  /** How many acts are known to be done. */
  readonly acts: () => number;
  /** How each failure was answered, by its code; `"no answer"` where none came. */
  readonly failures: ReadonlyMap<string, number>;
}

export function careful(): Careful {
  const failures = new Map<string, number>();
  let acts = 0;
  const done = <Answer>(answer: Answer): Answer => {
    acts += 1;
    return answer;
  };
  const passes = async (error: unknown, until: number): Promise<void> => {
    const code = error instanceof ApiProblem ? error.code : "no answer";
    if (Date.now() > until || (error instanceof ApiProblem && !PASSING.includes(error.code))) throw error;
    failures.set(code, (failures.get(code) ?? 0) + 1);
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  };
  const read = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    for (const until = Date.now() + PATIENCE; ; ) {
      try {
        return await ask();
      } catch (error) {
        await passes(error, until);
      }
    }
  };
  return {
    read,
    acts: () => acts,
    failures,
    act: async (does, there) => {
      for (const until = Date.now() + PATIENCE; ; ) {
        try {
          return done(await does());
        } catch (error) {
          await passes(error, until);
        }
        const found = await read(there);
        if (found !== null) return done(found);
      }
    },
  };
}

/** The same client, that gives up in time: a server that was killed closes its connections, one that hangs does not. */
export function impatient(call: Call): Call {
  return (id, input) => call(id, input, { signal: AbortSignal.timeout(20_000) });
}
