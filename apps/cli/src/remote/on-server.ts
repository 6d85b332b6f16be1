import type { Outcome } from "../outcome.ts";
import { performLater } from "../outcome.ts";
import type { Server } from "./server.ts";

export interface ServerOptions {
  readonly json?: boolean;
}

/**
 * Runs a command on the server where one is signed in. What speaks to servers is loaded only here: commands on files start
 * twice as fast without it.
 */
export function onServer({ json = false }: ServerOptions, work: (server: Server) => Promise<Outcome>): Promise<void> {
  return performLater(json, async () => {
    const { connect } = await import("./server.ts");
    return connect(work);
  });
}
