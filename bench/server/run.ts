/**
 * Measures the server beside its floor, and writes the tables of docs/reference/performance-server.md.
 *
 *     npm run build --workspace apps/web
 *     npx node bench/server/run.ts            everything: about a quarter of an hour
 *     npx node bench/server/run.ts --quick    a small world and few runs, printed only
 *     npx node bench/server/run.ts --quick --profile /tmp/profiles    the same, and the server's profile in that folder
 */
import { parseArgs } from "node:util";
import { describeMachine, otherWork } from "../machine.ts";
import { SERVER_PAGE, writePerformancePage } from "../performance-page.ts";
import { measureServer } from "./measure-server.ts";
import { planServer } from "./plan.ts";
import { writeTables } from "./write-tables.ts";

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false }, profile: { type: "string" } } });

if (otherWork() > 0.5) {
  tell(`Something else runs on this machine (load ${otherWork().toFixed(1)}): times will be too long.`);
}
const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => interruption.abort(new Error("Interrupted.")));
}
try {
  const { quick, profile = null } = values;
  const results = await measureServer({ plan: planServer(quick), profile, tell, signal: interruption.signal });
  const tables = writeTables(results, describeMachine());
  console.log(tables);
  if (!quick && profile === null) writePerformancePage(tables, SERVER_PAGE);
  process.exit(0);
} catch (error) {
  tell((error as Error).message);
  process.exit(2);
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
