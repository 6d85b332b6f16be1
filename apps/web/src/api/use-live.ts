import { listenLive } from "@compendium/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { readAgain } from "./need.ts";

/** Milliseconds in which changes are gathered: 57 submissions in the last minute are not 57 new readings. */
const GATHERED = 1000;

/** Keeps the page as it is on the server: whatever others change is read again. Rests while nobody is signed in. */
export function useLive(isListening: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isListening) return;
    const end = new AbortController();
    void follow(end.signal, () => void readAgain(queries));
    return () => end.abort();
  }, [isListening, queries]);
}

async function follow(signal: AbortSignal, onChange: () => void): Promise<void> {
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let isStarting = true;
  try {
    for await (const _ of listenLive({ origin: "", signal })) {
      // The first word says that changes may have been missed: before it there was the page itself.
      if (!isStarting) gathering ??= setTimeout(tell, GATHERED);
      isStarting = false;
    }
  } catch {
    // The server refuses, as when the session has ended: the next act will say so.
  } finally {
    clearTimeout(gathering);
  }

  function tell(): void {
    gathering = undefined;
    onChange();
  }
}
