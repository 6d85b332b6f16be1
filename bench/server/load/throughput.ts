import { CONNECTIONS } from "../plan.ts";
import { processorTime } from "../processor-time.ts";
import { type Asked, ask, connections } from "./ask.ts";

export interface Throughput {
  /** Answers in a second. */
  readonly throughput: number;
  /** For how long each answer kept the server's process busy, in ms. */
  readonly processor: number;
}

/** Asks the server that is process `pid` on a few connections, on each again as soon as it is answered. */
export async function measureThroughput(requests: readonly Asked[], seconds: number, pid: number): Promise<Throughput> {
  const agent = connections(CONNECTIONS);
  const busy = processorTime(pid);
  const start = performance.now();
  const end = start + seconds * 1000;
  let next = 0;
  let answered = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      await ask(agent, requests[next++ % requests.length] as Asked);
      answered += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, one));
    return {
      throughput: (answered * 1000) / (performance.now() - start),
      processor: ((processorTime(pid) - busy) * 1000) / answered,
    };
  } finally {
    agent.destroy();
  }
}
