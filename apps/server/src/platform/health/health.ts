import { stepsTaken } from "../database/migrate.ts";
import { type WorkerBeat, workersAlive } from "../jobs/worker-beat.ts";
import type { Db } from "../tables.ts";

/** How a process stands, for whoever sends it requests. It names nothing that the public may not know. */
export interface Readiness {
  readonly ready: boolean;
  readonly database: "answers" | "does not answer" | "is of another version";
  /** `"seen"`: somewhere, a process works off jobs. */
  readonly worker: "seen" | "not seen" | "unknown";
}

interface Expected {
  /** The steps of the database's shape that this program needs. */
  readonly stepsKnown: readonly string[];
  readonly beat: WorkerBeat;
}

/** How long the database may take, in ms: whoever asks gives up after some seconds, and should hear why. */
const PATIENCE = 3_000;

/**
 * Asks how this process stands. It is ready while the database answers and has the shape that the program expects, and,
 * if it does jobs itself, while it does. That no worker is seen elsewhere is told, and turns nobody away: pages can be read.
 */
export async function readReadiness(db: Db, { stepsKnown, beat }: Expected): Promise<Readiness> {
  try {
    const [taken, workers] = await inTime(Promise.all([stepsTaken(db), workersAlive(db)]));
    const isOfOurs = stepsKnown.every((name) => taken.includes(name));
    return {
      ready: isOfOurs && beat.isAlive(),
      database: isOfOurs ? "answers" : "is of another version",
      worker: workers > 0 && beat.isAlive() ? "seen" : "not seen",
    };
  } catch {
    return { ready: false, database: "does not answer", worker: "unknown" };
  }
}

function inTime<Value>(answer: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("The database takes too long.")), PATIENCE);
  return Promise.race([answer, promise]).finally(() => clearTimeout(timer));
}
