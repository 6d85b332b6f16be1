import type { Inflater } from "@compendium/engine";
import { inflateSync } from "fflate";

/** Undoes ZIP's compression in a browser; never makes more than one byte beyond the size that the file claims. */
export const browserInflater: Inflater = {
  inflate(compressed, size) {
    // fflate cuts off what does not fit into `out` and says nothing. One byte of room shows that there was more.
    const out = inflateSync(compressed, { out: new Uint8Array(size + 1) });
    if (out.length !== size) throw new Error(`The data does not give ${size} bytes.`);
    return out;
  },
};
