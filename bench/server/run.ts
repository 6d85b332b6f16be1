/**
 * Measures the server beside its floor, and writes the tables of docs/reference/performance-server.md.
 *
 *     npm run build --workspace apps/web
 *     npx node bench/server/run.ts            everything: about a quarter of an hour
 *     npx node bench/server/run.ts --quick    a small world and few runs, printed only
 */
import { parseArgs } from "node:util";
import { describeMachine, otherWork } from "../machine.ts";
import { SERVER_PAGE, writePerformancePage } from "../performance-page.ts";
import { measureServer } from "./measure-server.ts";
import { planServer } from "./plan.ts";
import { writeTables } from "./write-tables.ts";

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });

if (otherWork() > 0.5) {
  tell(`Something else runs on this machine (load ${otherWork().toFixed(1)}): times will be too long.`);
}
// Leaves by the front door, so that processes and folders go.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
try {
  const tables = writeTables(await measureServer(planServer(values.quick), tell), describeMachine());
  console.log(tables);
  if (!values.quick) writePerformancePage(tables, SERVER_PAGE);
} catch (error) {
  tell((error as Error).message);
  process.exitCode = 2;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
