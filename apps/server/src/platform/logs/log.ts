import type { FastifyBaseLogger } from "fastify";
import { destination, pino } from "pino";
import { logOptions } from "../http/log.ts";
import type { Settings } from "../settings.ts";

/** Writes lines of JSON to standard output, one for each thing that an operator may have to know. */
export type Log = FastifyBaseLogger;

/** One log for the whole process: requests, jobs, the database and the queue. */
export function makeLog(settings: Settings): Log {
  const options = logOptions(settings);
  if (typeof options !== "object") return pino({ level: "silent" });
  // Line by line, as it happens: nothing is lost when the process dies, and what the program prints stands where it belongs.
  return pino(options, destination({ sync: true }));
}
