import { type LiveEvent, listenLive } from "@compendium/contract";

/** What one person hears of live events. */
export interface Hearing {
  /** Everything heard before the event with this identifier; ends the hearing. */
  readonly until: (id: string) => Promise<readonly LiveEvent[]>;
  /** Everything heard by now; ends the hearing. */
  readonly soFar: () => readonly LiveEvent[];
}

/** Listens as a program does. Resolves when the server has begun to tell. */
export async function hear(origin: string, token: string): Promise<Hearing> {
  const ends = new AbortController();
  const events = listenLive({ origin, token, signal: ends.signal });
  // The first says that from here on nothing is missed.
  await events.next();
  const heard: LiveEvent[] = [];
  const waiting = new Map<string, () => void>();
  const read = async (): Promise<void> => {
    for await (const event of events) {
      if (event === null) continue;
      heard.push(event);
      waiting.get(event.id)?.();
    }
  };
  const reading = read();
  const hasHeard = (id: string) => heard.some((event) => event.id === id);
  return {
    until: async (id) => {
      if (!hasHeard(id)) await Promise.race([reading, new Promise<void>((resolve) => waiting.set(id, resolve))]);
      ends.abort();
      return heard.filter((event) => event.id !== id);
    },
    soFar: () => {
      ends.abort();
      return heard;
    },
  };
}
