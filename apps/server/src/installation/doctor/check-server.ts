import type { Settings } from "../../platform/settings.ts";
import { type Check, fault, ok, warning } from "./check.ts";

/** Whether a server answers on this machine, and what it says of itself. */
export async function checkServer({ host, port }: Settings): Promise<Check> {
  const at = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  let answer: Response;
  try {
    answer = await fetch(`${at}/ready`, { signal: AbortSignal.timeout(5_000) });
  } catch {
    return warning("server", `none answers at ${at}`, "Start it with `npm start`, unless it runs elsewhere.");
  }
  const { database = "", worker = "" } = (await answer.json().catch(() => ({}))) as Readonly<Record<string, string>>;
  const what = `${at} says: the database ${database}, a worker is ${worker}`;
  if (!answer.ok) return fault("server", what, "Look at its log.");
  return worker === "seen" ? ok("server", what) : warning("server", what, "Start a worker: COMPENDIUM_RUNS.");
}
