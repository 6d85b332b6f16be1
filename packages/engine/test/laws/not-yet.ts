import { expect } from "vitest";

/**
 * Files for which a law does not hold yet, by the name of their test, with the reason. A file that is listed fails its
 * test as soon as the law holds for it, so the list can only tell the truth.
 */
const NOT_YET: Readonly<Record<string, string>> = {};

/** Expects that no law is broken, or that one is where the list says so. */
export function expectLaws(name: string, broken: readonly string[]): void {
  if (Object.hasOwn(NOT_YET, name)) expect(broken, `it holds now: take ${name} off the list`).not.toEqual([]);
  else expect(broken).toEqual([]);
}
