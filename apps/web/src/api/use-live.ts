import { type LiveEvent, listenLive } from "@compendium/contract";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { readNews } from "./read-again.ts";
import { takeIn } from "./take-in.ts";

/**
 * Keeps the page as it is on the server: whatever others change is read again. Rests while nobody is signed in. Gives since
 * when the line is down, as ISO 8601, while it is; then what the page shows is from that time.
 */
export function useLive(isListening: boolean): string | null {
  const queries = useQueryClient();
  const [downSince, setDownSince] = useState<string | null>(null);
  useEffect(() => {
    if (!isListening) return;
    let connection = new AbortController();
    const listen = (isFirst: boolean): void => {
      connection.abort();
      connection = new AbortController();
      void follow(connection.signal, { since: isFirst ? readAt(queries) : undefined, onChange, onUp, onDown });
    };
    const onChange = (event: LiveEvent | null): void => readNews(queries, takeIn(queries, event));
    const onUp = (): void => setDownSince(null);
    const onDown = (): void => setDownSince((since) => since ?? new Date().toISOString());
    // The browser knows of a cable that was pulled long before the silence tells, and when it is back in.
    const onOffline = (): void => {
      connection.abort();
      onDown();
    };
    const onOnline = (): void => listen(false);
    listen(true);
    addEventListener("offline", onOffline);
    addEventListener("online", onOnline);
    return () => {
      removeEventListener("offline", onOffline);
      removeEventListener("online", onOnline);
      connection.abort();
      setDownSince(null);
    };
  }, [isListening, queries]);
  return downSince;
}

interface Following {
  /** When the page had been read, if it was just now. */
  readonly since: string | undefined;
  /** With `null` where changes may have been missed. */
  readonly onChange: (event: LiveEvent | null) => void;
  readonly onUp: () => void;
  readonly onDown: () => void;
}

async function follow(signal: AbortSignal, { since, onChange, onUp, onDown }: Following): Promise<void> {
  try {
    for await (const event of listenLive({ origin: "", signal, since, onLost: onDown })) {
      onUp();
      onChange(event);
    }
  } catch {
    // The server refuses, as when the session has ended: the next act will say so.
  }
}

/** When the first of what the page shows had been read: by the server, and so by its clock. */
function readAt(queries: QueryClient): string | undefined {
  const times = queries
    .getQueryCache()
    .getAll()
    .flatMap(({ state }) => (state.dataUpdatedAt === 0 ? [] : [state.dataUpdatedAt]));
  return times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString();
}
