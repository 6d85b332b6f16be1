import { type LiveEvent, listenLive } from "@compendium/contract";

/** What one person hears of live events. */
export interface Hearing {
  /** Everything heard before an event with one of these identifiers; ends the hearing. */
  readonly until: (ids: readonly string[]) => Promise<readonly LiveEvent[]>;
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
  let noticed: () => void = () => undefined;
  const read = async (): Promise<void> => {
    for await (const event of events) {
      if (event !== null) heard.push(event);
      noticed();
    }
  };
  const reading = read();
  return {
    until: async (ids) => {
      const isEnd = ({ id }: LiveEvent): boolean => ids.includes(id);
      while (!heard.some(isEnd)) {
        await Promise.race([reading, new Promise<void>((resolve) => (noticed = resolve))]);
      }
      ends.abort();
      return heard.slice(0, heard.findIndex(isEnd));
    },
    soFar: () => {
      ends.abort();
      return heard;
    },
  };
}
