/** An instant as people in a zone write it, with the zone: `"15 December 2026, 18:00 (Europe/Vienna)"`. */
export function inZone(instant: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone });
  return `${format.format(instant).replace(" at ", ", ")} (${timeZone})`;
}
