import type { Settings } from "@compendium/server";
import { Failure } from "../failure.ts";
import { type Outcome, performLater } from "../outcome.ts";

export type ServerPackage = typeof import("@compendium/server");

/**
 * Runs a command on the installation of this machine, without its server. The server's own code does it, and is loaded
 * only here: it takes a second, which commands on files need not wait.
 */
export function onThisMachine(
  { json = false }: { readonly json?: boolean },
  work: (server: ServerPackage) => Promise<Outcome>,
): Promise<void> {
  return performLater(json, async () => {
    const server = await import("@compendium/server");
    try {
      return await work(server);
    } catch (error) {
      if (!(error instanceof server.Refusal)) throw error;
      throw new Failure(error.code, error.where, error.message, error.advice, { cause: error });
    }
  });
}

/** The settings of the server, from the same variables as it reads. Throws a `Failure`. */
export function settingsIn({ readSettings }: ServerPackage): Settings {
  try {
    // The log would stand between the lines of the answer.
    return readSettings({ ...process.env, COMPENDIUM_LOG: "silent" });
  } catch (error) {
    const advice = "Give this command the variables that the server is started with; doctor looks at each.";
    throw new Failure("usage", null, (error as Error).message, advice);
  }
}
