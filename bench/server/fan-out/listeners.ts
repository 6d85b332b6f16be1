import { Agent, request } from "node:http";
import type { Asked } from "../load/ask.ts";

/** Connections on which a server tells of changes. */
export interface Listeners {
  readonly count: number;
  /** Waits until each has heard of one more change, and gives the instants, as of `performance.now()`. */
  readonly next: () => Promise<readonly number[]>;
  readonly close: () => void;
}

/** How long a change may take to come to everybody, in ms, before it counts as lost. */
const PATIENCE = 15_000;

/** Opens them, and waits until the server has said its first word on each. */
export async function openListeners(requests: readonly Asked[]): Promise<Listeners> {
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const heard = new Set<(listener: number) => void>();
  await Promise.all(
    requests.map(({ url, headers }, listener) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const sent = request(url, { agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}.`));
        response.on("data", (bytes: Buffer) => {
          resolve();
          if (bytes.includes("event: change")) for (const hear of heard) hear(listener);
        });
        response.on("error", () => undefined);
      });
      sent.on("error", reject);
      sent.end();
      return promise;
    }),
  );
  return {
    count: requests.length,
    next: () => {
      const { promise, resolve, reject } = Promise.withResolvers<readonly number[]>();
      const instants = new Map<number, number>();
      const impatience = setTimeout(() => {
        heard.delete(hear);
        reject(new Error(`Of ${requests.length} listeners ${instants.size} heard of a change.`));
      }, PATIENCE);
      const hear = (listener: number): void => {
        instants.set(listener, performance.now());
        if (instants.size < requests.length) return;
        clearTimeout(impatience);
        heard.delete(hear);
        resolve([...instants.values()]);
      };
      heard.add(hear);
      return promise;
    },
    close: () => agent.destroy(),
  };
}
