import { readBase, writeCirculated } from "../../src/index.ts";
import { open } from "./compile-files.ts";

/** Circulates a file with the ids `p0`, `p1` … for those that have none; `first` is the number of the first. */
export function circulate(bytes: Uint8Array, first = 0): Uint8Array {
  let next = first;
  return writeCirculated(readBase(open(bytes)), () => `p${next++}`);
}
