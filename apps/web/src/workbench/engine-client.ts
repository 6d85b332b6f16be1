import type { Answer, EngineCalls, Question } from "./protocol.ts";

/** The engine in its worker. Each call is a promise; it rejects with a `FileProblem`. */
export interface EngineClient {
  ask<Call extends keyof EngineCalls>(
    call: Call,
    ...given: Parameters<EngineCalls[Call]>
  ): Promise<ReturnType<EngineCalls[Call]>>;
}

export function startEngine(): EngineClient {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "engine" });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;

  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    if ("problem" in data) asked?.reject(data.problem);
    else asked?.resolve(data.value);
  };
  // A worker that cannot start answers nothing: say so to everyone who waits, instead of waiting for ever.
  worker.onerror = (event) => {
    const problem = {
      code: "unexpected",
      message: event.message || "The engine did not start.",
      advice: "Reload the page.",
    };
    for (const asked of waiting.values()) asked.reject(problem);
    waiting.clear();
  };

  return {
    ask(call, ...given) {
      const asked = Promise.withResolvers<unknown>();
      last += 1;
      waiting.set(last, asked);
      worker.postMessage({ number: last, call, given } satisfies Question);
      return asked.promise as Promise<ReturnType<EngineCalls[typeof call]>>;
    },
  };
}
