import { Failure } from "../failure.ts";

/** `"2026-03-02 18:00 (Europe/Vienna)"`: an instant as people of this time zone write it. */
export function shownInstant(instant: string, timeZone = "UTC"): string {
  return `${localOf(new Date(instant), timeZone)} (${timeZone})`;
}

/**
 * An instant as people write it: `2026-03-02 18:00` in the time zone, or with an offset of its own,
 * `2026-03-02T18:00+01:00`. Gives ISO 8601 in UTC. Throws a `Failure` for what is no instant, also for the hour that the
 * clock jumps over in spring.
 */
export function readInstant(written: string, timeZone: string, option: string): string {
  const [, day, time, offset] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.exec(written) ?? [];
  if (day === undefined || time === undefined) throw noInstant(written, option);
  if (offset !== undefined) {
    const instant = new Date(written.replace(" ", "T"));
    if (Number.isNaN(instant.getTime())) throw noInstant(written, option);
    return instant.toISOString();
  }
  const asUtc = new Date(`${day}T${time}Z`);
  if (Number.isNaN(asUtc.getTime())) throw noInstant(written, option);
  // The offset there depends on the instant that is sought: the first guess is near enough to find it.
  const guess = asUtc.getTime() - offsetAt(asUtc, timeZone);
  const instant = new Date(asUtc.getTime() - offsetAt(new Date(guess), timeZone));
  if (localOf(instant, timeZone) !== `${day} ${time}`) throw noInstant(written, option);
  return instant.toISOString();
}

/** The time zone of this machine, by its name in the IANA database. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** How many ms the clocks there are ahead of UTC. */
function offsetAt(instant: Date, timeZone: string): number {
  const local = localOf(instant, timeZone).replace(" ", "T");
  return new Date(`${local}Z`).getTime() - Math.floor(instant.getTime() / 60_000) * 60_000;
}

/** `"2026-03-02 18:00"`; Sweden writes it so. Throws a `Failure` for a zone that does not exist. */
function localOf(instant: Date, timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(instant);
  } catch {
    const advice = "Name it as the IANA database does: Europe/Vienna, America/New_York, UTC.";
    throw new Failure("usage", null, `There is no time zone ${timeZone}.`, advice);
  }
}

function noInstant(written: string, option: string): Failure {
  const advice = 'Write "2026-03-02 18:00", or with an offset, 2026-03-02T18:00+01:00.';
  return new Failure("usage", null, `${option}: this is no instant: ${written}.`, advice);
}
