import type { Log } from "../../platform/logs/log.ts";
import type { Backups } from "./backups.ts";

/** How often to look whether the daily backup is due, in ms: a server that slept makes it soon after it wakes. */
const LOOK_EVERY = 10 * 60 * 1000;

/** How long after the start the first look comes, in ms: not while people wait for the server to open. */
const FIRST_LOOK = 60 * 1000;

/** Makes a backup every day while the server runs. A failure is noted, and tried again at the next look. */
export function startDailyBackups(backups: Backups, log: Log): { readonly stop: () => Promise<void> } {
  const look = (): void => {
    backups.makeDue().then(
      (made) => {
        if (made === null) return;
        const { bytes, damaged } = made;
        log.info({ bytes }, "The daily backup was made.");
        if (damaged.length > 0)
          log.error({ damaged }, "Kept files were changed: `compendium verify --database` tells.");
      },
      (err) => log.error({ err }, "The daily backup could not be made."),
    );
  };
  const first = setTimeout(look, FIRST_LOOK);
  const then = setInterval(look, LOOK_EVERY);
  first.unref();
  then.unref();
  return {
    stop: async () => {
      clearTimeout(first);
      clearInterval(then);
      await backups.settled();
    },
  };
}
