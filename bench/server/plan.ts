/** How large the world is, and how often and how fast it is asked. */
export interface ServerPlan {
  readonly delegations: number;
  /** In each delegation. */
  readonly people: number;
  readonly pages: number;
  /** Of the text, outside its tables. */
  readonly paragraphs: number;
  /** In each submission. */
  readonly edits: number;
  /** How many runs there are of everything; the middle one counts. */
  readonly runs: number;
  /** In seconds, of each case, at full speed, before anything counts: so that what is measured has run before. */
  readonly warmUp: number;
  /** Of the runs in which latency is measured. */
  readonly requests: number;
  /** Of the runs in which throughput is measured, in seconds. */
  readonly seconds: number;
  /** Acts in each run that are told to everybody. */
  readonly acts: number;
  /** How often a browser opens the compilation. */
  readonly openings: number;
}

/**
 * Requests in a second, where latency is measured. 285 people who each open a page every half minute are 9.5; so it is
 * the hour before a deadline, and no more than the server and the load generator can do on two cores.
 */
export const RATE = 10;

/** Connections that each ask again as soon as they are answered, where throughput is measured: a browser has six. */
export const CONNECTIONS = 8;

/** Between two acts that are told to everybody, in ms: longer than the telling of one takes. */
export const BETWEEN_ACTS = 400;

/** One seed: the same files on every machine. */
export const SEED = 1540;

export function planServer(quick: boolean): ServerPlan {
  return quick ? QUICK : FULL;
}

const FULL: ServerPlan = {
  delegations: 57,
  people: 5,
  pages: 120,
  paragraphs: 2000,
  edits: 40,
  runs: 5,
  warmUp: 3,
  requests: 80,
  seconds: 3,
  acts: 20,
  openings: 5,
};

const QUICK: ServerPlan = {
  delegations: 6,
  people: 2,
  pages: 10,
  paragraphs: 167,
  edits: 8,
  runs: 2,
  warmUp: 1,
  requests: 20,
  seconds: 1,
  acts: 5,
  openings: 2,
};
