import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { startDailyBackups } from "./installation/backup/daily-backups.ts";
import { portTaken } from "./look-first.ts";
import { openPlatform } from "./open-platform.ts";
import { isReachedByOthers, type Settings } from "./platform/settings.ts";
import { buildServer } from "./serve.ts";

/** A process that runs, as its settings say: it answers requests, works off jobs, or both. */
export interface Running {
  /** What to print for whoever started it. */
  readonly greeting: readonly string[];
  /** Ends what is under way and takes nothing new: requests first, then jobs, then what is open. */
  readonly stop: () => Promise<void>;
}

/** Opens everything and begins. Rejects with an `Error` that says why not, such as a folder that is in use. */
export async function runServer(settings: Settings): Promise<Running> {
  const platform = await openPlatform(settings);
  try {
    if (settings.runs !== "server") await platform.work();
    const setUpCode = isReachedByOthers(settings) ? randomBytes(9).toString("base64url") : null;
    const app = settings.runs === "worker" ? null : await buildServer(platform, { setUpCode });
    await app?.listen({ host: settings.host, port: settings.port });
    // PostgreSQL has backups of its own, and several servers would make one each.
    const daily = settings.databaseUrl === null ? startDailyBackups(platform.backups, platform.log) : null;
    return {
      greeting: app === null ? [] : greetingOf(settings, setUpCode),
      stop: async () => {
        await closed(app);
        await daily?.stop();
        await platform.close();
      },
    };
  } catch (error) {
    await platform.close();
    throw (error as NodeJS.ErrnoException).code === "EADDRINUSE" ? portTaken(settings.port) : error;
  }
}

function greetingOf(settings: Settings, setUpCode: string | null): readonly string[] {
  return [
    `Data: ${settings.databaseUrl === null ? settings.dataFolder : "PostgreSQL"}. Stop with Ctrl+C.`,
    ...(setUpCode === null ? [] : [`Set-up code, if this installation is new: ${setUpCode}`]),
    // Last, where one looks for it.
    `Compendium is open at ${settings.url}`,
  ];
}

/** A listener of the database that is gone cannot be closed; the rest must be all the same. */
async function closed(app: FastifyInstance | null): Promise<void> {
  try {
    await app?.close();
  } catch (err) {
    app?.log.error({ err }, "The server did not close as it should.");
  }
}
