import fc from "fast-check";
import { expect, test } from "vitest";
import { readInstant, shownInstant } from "../src/remote/instants.ts";

test.each([
  ["2026-03-02 18:00", "Europe/Vienna", "2026-03-02T17:00:00.000Z"],
  ["2026-07-02 18:00", "Europe/Vienna", "2026-07-02T16:00:00.000Z"],
  ["2026-03-02T18:00", "America/New_York", "2026-03-02T23:00:00.000Z"],
  ["2026-03-02 18:00", "Asia/Kathmandu", "2026-03-02T12:15:00.000Z"],
  ["2026-03-02 18:00", "UTC", "2026-03-02T18:00:00.000Z"],
  // The zone is not asked where the offset is told.
  ["2026-03-02T18:00+05:00", "Europe/Vienna", "2026-03-02T13:00:00.000Z"],
  ["2026-03-02T18:00:30Z", "Europe/Vienna", "2026-03-02T18:00:30.000Z"],
  // The last minute before the clocks change, and the first after.
  ["2026-03-29 01:59", "Europe/Vienna", "2026-03-29T00:59:00.000Z"],
  ["2026-03-29 03:00", "Europe/Vienna", "2026-03-29T01:00:00.000Z"],
])("%s in %s is %s", (written, zone, instant) => {
  expect(readInstant(written, zone, "--closes")).toBe(instant);
});

test.each([
  ["an hour that the clocks jump over", "2026-03-29 02:30"],
  ["a day that does not exist", "2026-02-30 18:00"],
  ["an hour that does not exist", "2026-03-02 25:00"],
  ["a day without an hour", "2026-03-02"],
  ["an order that could be two days", "02/03/2026 18:00"],
  ["nothing", ""],
])("%s is refused, never guessed: %j", (_, written) => {
  expect(() => readInstant(written, "Europe/Vienna", "--closes")).toThrow(`--closes: this is no instant: ${written}.`);
});

test("a time zone that does not exist is named", () => {
  expect(() => readInstant("2026-03-02 18:00", "Europe/Atlantis", "--closes")).toThrow(
    "There is no time zone Europe/Atlantis.",
  );
});

test("what is shown is read as the same instant, unless the clocks show that time twice", () => {
  const zones = fc.constantFrom("UTC", "Europe/Vienna", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe");
  const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2060, 0) / 60_000 });
  fc.assert(
    fc.property(zones, minutes, (zone, minute) => {
      const instant = new Date(minute * 60_000).toISOString();
      const shown = shownInstant(instant, zone);
      const again = readInstant(shown.slice(0, 16), zone, "--closes");
      expect(shownInstant(again, zone)).toBe(shown);
      expect(Math.abs(new Date(again).getTime() - minute * 60_000)).toBeLessThanOrEqual(60 * 60_000);
    }),
  );
});
