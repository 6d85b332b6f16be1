const HOUR = 60 * 60 * 1000;

/** After how long without use a session ends, in ms. Work goes on in Word: between a file fetched and a file sent back lies a day. */
const IDLE_MOST = 12 * HOUR;

/** How long a session lasts at most, however much it is used, in ms: what NIST SP 800-63B-4 advises for two factors. */
export const SESSION_LASTS = 24 * HOUR;

/** When a session ends that began at `since` and is used now. */
export function endOfSession(since: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_MOST, since.getTime() + SESSION_LASTS));
}
