/**
 * What a clock on the wall of a time zone shows, as fields of the kind `datetime-local` hold it: `"2026-03-01T18:00"`.
 * Once every browser that we serve has Temporal, it does this.
 */
export function wallTime(instant: string, timeZone: string): string {
  return new Date(Date.parse(instant) + offsetAt(Date.parse(instant), timeZone)).toISOString().slice(0, 16);
}

/** The instant at which that clock shows a time; where clocks are put forward past it, the instant just after. */
export function instantAt(time: string, timeZone: string): string {
  const asIfUtc = Date.parse(`${time}Z`);
  const near = asIfUtc - offsetAt(asIfUtc, timeZone);
  // Between the first guess and the truth the clocks may have changed.
  return new Date(asIfUtc - offsetAt(near, timeZone)).toISOString();
}

/** All zones that the browser knows, and the reader's own. */
export function timeZones(): readonly string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}

/** How far the zone is ahead of UTC at a time, in milliseconds. */
function offsetAt(milliseconds: number, timeZone: string): number {
  const fields = new Intl.DateTimeFormat("en", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  }).formatToParts(milliseconds);
  const of = (type: string): string => fields.find((field) => field.type === type)?.value ?? "00";
  const shown = Date.parse(`${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}:${of("second")}Z`);
  return shown - Math.floor(milliseconds / 1000) * 1000;
}
