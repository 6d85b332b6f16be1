import { type LiveEvent, listenLive } from "@compendium/contract";
import { useQueryClient } from "@tanstack/react-query";
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
      void follow(connection.signal, { isFirst, onChange, onUp, onDown });
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
  /** Before it there was the page itself, so that nothing can have been missed. */
  readonly isFirst: boolean;
  /** With `null` where changes may have been missed. */
  readonly onChange: (event: LiveEvent | null) => void;
  readonly onUp: () => void;
  readonly onDown: () => void;
}

async function follow(signal: AbortSignal, { isFirst, onChange, onUp, onDown }: Following): Promise<void> {
  let mayHaveMissed = !isFirst;
  try {
    for await (const event of listenLive({ origin: "", signal, onLost: onDown })) {
      onUp();
      // The first word says that changes may have been missed.
      if (mayHaveMissed) onChange(event);
      mayHaveMissed = true;
    }
  } catch {
    // The server refuses, as when the session has ended: the next act will say so.
  }
}
