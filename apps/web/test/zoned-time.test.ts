import { expect, test } from "vitest";
import { instantAt, wallTime } from "../src/design/zoned-time.ts";

test.each([
  ["2026-01-15T18:00", "Europe/Vienna", "2026-01-15T17:00:00.000Z"],
  ["2026-07-15T18:00", "Europe/Vienna", "2026-07-15T16:00:00.000Z"],
  ["2026-07-15T18:00", "Asia/Kathmandu", "2026-07-15T12:15:00.000Z"],
  ["2026-07-15T18:00", "America/New_York", "2026-07-15T22:00:00.000Z"],
  // The night in which clocks go back: the hour before it, by summer time.
  ["2026-10-25T01:30", "Europe/Vienna", "2026-10-24T23:30:00.000Z"],
  ["2026-07-15T18:00", "UTC", "2026-07-15T18:00:00.000Z"],
])("%s in %s is %s", (time, zone, instant) => {
  expect(instantAt(time, zone)).toBe(instant);
  expect(wallTime(instant, zone)).toBe(time);
});
