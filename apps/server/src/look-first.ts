import { once } from "node:events";
import { createServer } from "node:net";
import { FolderInUse, mustBeFree } from "./platform/database/lock-folder.ts";
import type { Settings } from "./platform/settings.ts";

/**
 * Looks whether a server can start with these settings, and takes nothing. For before its pages are built, which takes a
 * while. Rejects with an `Error` that says what is there already, where, and what to do.
 */
export async function lookFirst(settings: Settings): Promise<void> {
  if (settings.databaseUrl === null) await mustHoldNone(settings);
  if (settings.runs !== "worker" && (await isTaken(settings))) throw portTaken(settings.port);
}

export function portTaken(port: number): Error {
  return new Error(
    `Port ${port} is taken, perhaps by a Compendium that still runs. Stop that program, or choose another port:\n`
      + `COMPENDIUM_PORT=${port + 1} npm start --workspace apps/server`,
  );
}

async function mustHoldNone(settings: Settings): Promise<void> {
  try {
    mustBeFree(settings.dataFolder);
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    const address = (await answersAsCompendium(settings)) ? `It is open at ${settings.url}\n` : "";
    throw new Error(
      `Compendium runs already. ${error.what}\n${address}`
        + "Nothing was built or changed. Use that one, or stop it (Ctrl+C where it was started) and start again.\n"
        + "A second one beside it takes a folder and a port of its own:\n"
        + `COMPENDIUM_DATA=data-2 COMPENDIUM_PORT=${settings.port + 1} npm start --workspace apps/server`,
      { cause: error },
    );
  }
}

async function answersAsCompendium({ host, port }: Settings): Promise<boolean> {
  const at = `http://${host.includes(":") ? `[${host}]` : host}:${port}/api/v1/installation`;
  try {
    const answer = await fetch(at, { signal: AbortSignal.timeout(2_000) });
    return answer.ok && "demonstrationAllowed" in ((await answer.json()) as object);
  } catch {
    return false;
  }
}

async function isTaken({ host, port }: Settings): Promise<boolean> {
  const probe = createServer();
  try {
    await once(probe.listen(port, host), "listening");
    return false;
  } catch (error) {
    // Whatever else keeps it from listening, the server itself tells.
    return (error as NodeJS.ErrnoException).code === "EADDRINUSE";
  } finally {
    probe.close();
  }
}
