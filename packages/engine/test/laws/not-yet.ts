import { expect } from "vitest";

/**
 * Files for which a law does not hold yet, by the name of their test, with the reason. A file that is listed fails its
 * test as soon as the law holds for it, so the list can only tell the truth.
 */
const NOT_YET: Readonly<Record<string, string>> = {};

/** Expects that no law is broken, or that one is where the list says so. */
export function expectLaws(name: string, broken: readonly string[]): void {
  expectAllLaws(new Map([[name, broken]]));
}

/** The same for many files in one test, by their names. */
export function expectAllLaws(broken: ReadonlyMap<string, readonly string[]>): void {
  const unlisted = [...broken].filter(([name, faults]) => faults.length > 0 && !Object.hasOwn(NOT_YET, name));
  expect(Object.fromEntries(unlisted)).toEqual({});
  const holding = [...broken].filter(([name, faults]) => faults.length === 0 && Object.hasOwn(NOT_YET, name));
  expect(
    holding.map(([name]) => name),
    "the laws hold now for these: take them off the list",
  ).toEqual([]);
}
