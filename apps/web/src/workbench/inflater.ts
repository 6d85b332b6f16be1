import type { Inflater } from "@compendium/engine";
import { inflateSync } from "fflate";

/** Undoes ZIP's compression in a browser, into a buffer of the size that the file claims and not a byte more. */
export const browserInflater: Inflater = {
  inflate(compressed, size) {
    // With an `out` buffer fflate throws where the data gives more, and returns a shorter view where it gives less.
    const out = inflateSync(compressed, { out: new Uint8Array(size) });
    if (out.length !== size) throw new Error(`The data gives ${out.length} bytes and not ${size}.`);
    return out;
  },
};
