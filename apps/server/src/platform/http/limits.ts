import type { Settings } from "../settings.ts";

/** What one may take of the server before it says no. Numbers with their reasons; tests set smaller ones. */
export interface Limits {
  /** Requests of one person in a minute, with all their sessions and tokens; or of one address that is not signed in. */
  readonly requestsOfPerson: number;
  /** Requests from one address in a minute, whoever is signed in there. */
  readonly requestsOfAddress: number;
  /** In bytes. */
  readonly jsonBody: number;
  /** In bytes, all of them together. */
  readonly headers: number;
  /** In ms, until the headers are there. */
  readonly headersWithin: number;
  /** In ms: how often connections are looked at for those that take too long. */
  readonly connectionsLookedAtEvery: number;
  /** In ms, until the body is there. */
  readonly bodyWithin: number;
}

export function limitsOf({ requestsPerMinute }: Settings): Limits {
  return { ...LIMITS, requestsOfPerson: requestsPerMinute, requestsOfAddress: requestsPerMinute * PERSONS_OF_ADDRESS };
}

/**
 * A conference sits behind one address: 285 people who each open three pages a minute, of six calls a page, send 5130
 * requests, and five times 1200 lets them. Of 1200 itself one person needs a third for uploading 57 files by script.
 */
const PERSONS_OF_ADDRESS = 5;

const LIMITS: Omit<Limits, "requestsOfPerson" | "requestsOfAddress"> = {
  // The longest body in the contract is a proposal for one paragraph; the longest paragraph in the fixtures has 9 KB.
  jsonBody: 1024 * 1024,
  // Node's own; a session, its language and what a proxy adds take 2 KB.
  headers: 16 * 1024,
  // A line of 64 kbit/s brings 16 KB in two seconds; who takes ten times as long holds the connection for its own sake.
  headersWithin: 20_000,
  connectionsLookedAtEvery: 5_000,
  // 50 MB at 0.7 Mbit/s, or a usual draft of 2 MB at 28 kbit/s.
  bodyWithin: 10 * 60_000,
};
