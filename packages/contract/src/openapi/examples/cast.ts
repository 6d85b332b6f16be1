import type { DelegationView } from "../../people.ts";

/** Who and what all examples are about: an invented workspace, its people, and one round of its guide. */

export const workspace = "4k7m2x9qv3t8b1n6";
export const text = "p8c3w5h0j7r2d9fa";
export const draft = "e6s1y4z8m0k5g3vb";
export const paragraph = "t2n7q9x4c6a1w8hd";
export const round = "b5j0r3f8p1m6v2ye";
export const submission = "h9d4k7s2t0z5x8cg";
export const compilation = "w1q6n3b8j4e7a0rm";

export const ankervale = { code: "XAA", name: "Ankervale", kind: "state" } satisfies DelegationView;
export const brindovar = { code: "XBB", name: "Brindovar", kind: "state" } satisfies DelegationView;

export const secretary = { id: "y3v8g1c6p0d5f2ks", name: "Sara Lindqvale", email: "sara.lindqvale@example.org" };
export const head = { id: "m7x2h9t4w0q5b8ne", name: "Mira Tolvane", email: "mira.tolvane@example.org" };

export const DRAFT_SHA256 = "5f2b8c1e9d3a7460b1c8e5f2a9d6037c4e1b8f5a2d9c6037e4b1f8a5c2d9e607";
export const TRACKED_SHA256 = "9d3a7460b1c8e5f2a9d6037c4e1b8f5a2d9c6037e4b1f8a5c2d9e6075f2b8c1e";
export const MARKED_UP_SHA256 = "a81d4e7b2c5f90836d1e4b7a2c5f90836d1e4b7a2c5f90836d1e4b7a2c5f9083";
export const ENTRY_SHA256 = "c3f09a6d2e5b81740c3f9a6d2e5b81740c3f9a6d2e5b81740c3f9a6d2e5b8174";
export const PREVIOUS_SHA256 = "07e4b1f8a5c2d9e6037c4e1b8f5a2d9c6037e4b1f8a5c2d9e6075f2b8c1e9d3a";
