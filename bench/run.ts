/**
 * Measures the engine beside its peer and the floor, and writes the tables of docs/reference/performance.md.
 *
 *     npm ci --prefix bench
 *     npx node bench/run.ts            everything: the better part of an hour
 *     npx node bench/run.ts --quick    a few small sets, printed only
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { describeMachine, otherWork } from "./machine.ts";
import { type Measured, measureSet } from "./measure-set.ts";
import { ENGINE_PAGE, writePerformancePage } from "./performance-page.ts";
import { nameOfText, planSets } from "./plan.ts";
import { writeTables } from "./write-tables.ts";

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });

checkReady();
// Leaves by the front door, so that the temporary folder goes.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
const plans = planSets(values.quick);
const all: Measured[] = [];
for (const [i, plan] of plans.entries()) {
  const name = `${nameOfText(plan)}, ${plan.submissions} submissions`;
  all.push(await measureSet(plan, (done) => tell(`[${i + 1}/${plans.length}] ${name}: ${done}`)));
}
const tables = writeTables(all, describeMachine());
console.log(tables);
if (!values.quick) writePerformancePage(tables, ENGINE_PAGE);
if (all.some(losesSomething)) {
  tell("The engine lost something: see the last table.");
  process.exitCode = 1;
}

function losesSomething({ proofs, plan, recovered: { engine } }: Measured): boolean {
  return proofs !== plan.submissions || engine?.delegations !== plan.submissions || !engine.base;
}

/** Ends the process where nothing could be measured that is worth it. */
function checkReady(): void {
  // The cases import TypeScript, and run on the Node that runs this.
  if (process.features.typescript === false) stop("This Node does not run TypeScript: use `npx node bench/run.ts`.");
  const peer = new URL("node_modules/docxodus/package.json", import.meta.url);
  if (!existsSync(peer)) stop("The peer is not installed. Run this first: npm ci --prefix bench");
  if (otherWork() > 0.5)
    tell(`Something else runs on this machine (load ${otherWork().toFixed(1)}): times will be too long.`);
}

function stop(reason: string): never {
  tell(reason);
  process.exit(2);
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
