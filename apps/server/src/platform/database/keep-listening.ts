import pg from "pg";

/** How long to wait before a lost connection is made again, in ms. */
const AGAIN = 1_000;

/** How long an attempt to connect may take, in ms. */
const ATTEMPT = 5_000;

/**
 * Listens on a channel with a connection of its own, and makes that again when it is lost. What was told meanwhile is not
 * heard: whoever listens must read anew after `hear("")`, which is called each time the connection is made again.
 */
export async function keepListening(
  url: string,
  channel: string,
  hear: (payload: string) => void,
): Promise<() => Promise<void>> {
  let client: pg.Client | null = null;
  let isOver = false;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: ATTEMPT });
    next.on("notification", ({ payload }) => hear(payload ?? ""));
    next.on("error", () => undefined);
    try {
      await next.connect();
      await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    client = next;
    if (isOver) await next.end();
    // Only what has listened begins anew when it ends. An attempt that fails ends too, and is made again below.
    else next.once("end", () => void again());
  };
  const again = async (): Promise<void> => {
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
      try {
        if (isOver) return;
        await connect();
        hear("");
        return;
      } catch {
        // Still gone: try once more.
      }
    }
  };

  await connect();
  return async () => {
    isOver = true;
    await client?.end().catch(() => undefined);
  };
}
