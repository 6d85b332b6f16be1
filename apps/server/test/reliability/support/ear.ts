import { type LiveEvent, listenLive } from "@compendium/contract";

/** Somebody who listens to one server, and keeps what they hear. */
export interface Ear {
  /** Resolves with the first event that fits, heard already or yet to come; `null` stands for `missed`. */
  readonly hears: (fits: (event: LiveEvent | null) => boolean) => Promise<LiveEvent | null>;
  readonly heard: () => readonly (LiveEvent | null)[];
  /** Forgets what was heard so far. */
  readonly forget: () => void;
  readonly close: () => void;
}

/** Resolves when the server has begun to tell. */
export async function openEar(origin: string, token: string): Promise<Ear> {
  const ends = new AbortController();
  const events = listenLive({ origin, token, signal: ends.signal });
  await events.next();
  const heard: (LiveEvent | null)[] = [];
  const waiting = new Set<() => void>();
  void (async () => {
    for await (const event of events) {
      heard.push(event);
      for (const look of waiting) look();
    }
  })().catch(() => undefined);
  return {
    heard: () => heard,
    forget: () => void heard.splice(0),
    close: () => ends.abort(),
    hears: (fits) => {
      const { promise, resolve, reject } = Promise.withResolvers<LiveEvent | null>();
      const late = setTimeout(() => reject(new Error(`Heard only ${JSON.stringify(heard)} in 20 s.`)), 20_000);
      const look = (): void => {
        const found = heard.find(fits);
        if (found !== undefined) resolve(found);
      };
      waiting.add(look);
      look();
      return promise.finally(() => {
        clearTimeout(late);
        waiting.delete(look);
      });
    },
  };
}
