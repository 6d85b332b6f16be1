import { LiveEvent } from "./platform.ts";
import { readProblem } from "./read-response.ts";

export interface LiveOptions {
  readonly origin: string;
  readonly token?: string;
  readonly fetch?: typeof fetch;
  /** Ends the listening. */
  readonly signal: AbortSignal;
  /** When everything that is shown had been read, by a server's clock (ISO 8601): what happened since is told at the start. */
  readonly since?: string | undefined;
  /** Is told each time that the connection was lost or could not be made; the next event says that it is back. */
  readonly onLost?: () => void;
}

/** Milliseconds until the first attempt to connect again, doubled with each that fails, and the most. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/** The server gives a sign of life every 25 seconds: after this time without one the connection is dead. */
const SILENCE = 60_000;

/**
 * Changes as they happen, for programs that have no `EventSource`, or none that sends a token. `null` says that changes
 * may have been missed: at the start, unless `since` is given and not long ago, and after each time that the connection
 * was lost. Connects again by itself; ends
 * when the signal says so; throws the `ApiProblem` of a server that refuses to be listened to.
 */
export async function* listenLive({
  origin,
  token,
  fetch: send = fetch,
  signal,
  since,
  onLost = () => {},
}: LiveOptions): AsyncGenerator<LiveEvent | null> {
  let wait = FIRST_WAIT;
  let query = since === undefined ? "" : `?since=${encodeURIComponent(since)}`;
  while (!signal.aborted) {
    const connection = new AbortController();
    const ends = AbortSignal.any([signal, connection.signal]);
    try {
      const response = await send(`${origin}/api/v1/live${query}`, {
        headers: { accept: "text/event-stream", ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
        credentials: "same-origin",
        signal: ends,
      });
      if (response.status >= 400 && response.status < 500 && response.status !== 429) throw new Refused(response);
      if (response.ok && response.body !== null) {
        query = "";
        for await (const event of eventsOf(response.body, () => connection.abort())) {
          wait = FIRST_WAIT;
          yield event;
        }
      }
    } catch (error) {
      if (error instanceof Refused) throw await readProblem(error.response);
    } finally {
      connection.abort();
    }
    if (!signal.aborted) onLost();
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

class Refused extends Error {
  readonly response: Response;

  constructor(response: Response) {
    super("The server refuses to be listened to.");
    this.response = response;
  }
}

/** The events of one connection. Of the format (HTML, 9.2) we read what our server writes: one line of data each. */
async function* eventsOf(body: ReadableStream<Uint8Array>, giveUp: () => void): AsyncGenerator<LiveEvent | null> {
  const decoder = new TextDecoder();
  let left = "";
  let silence = setTimeout(giveUp, SILENCE);
  try {
    for await (const bytes of body) {
      clearTimeout(silence);
      silence = setTimeout(giveUp, SILENCE);
      const [last = "", ...whole] = (left + decoder.decode(bytes, { stream: true })).split("\n\n").reverse();
      left = last;
      for (const event of whole.reverse()) {
        const [, kind] = /^event: (\w+)$/m.exec(event) ?? [];
        const [, data] = /^data: (.*)$/m.exec(event) ?? [];
        if (kind === "missed") yield null;
        const parsed = kind === "change" && data !== undefined ? LiveEvent.safeParse(JSON.parse(data)) : null;
        // A kind of change that this program does not know concerns nothing that it shows.
        if (parsed?.success) yield parsed.data;
      }
    }
  } finally {
    clearTimeout(silence);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}
