import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { CaseReport } from "./case-report.ts";
import { TIME_LIMIT } from "./plan.ts";

/** One run of a case, from the start of its process to the end. */
export interface Run extends CaseReport {
  /** By the clock. */
  readonly seconds: number;
}

/** How the command line starts: see the first lines of apps/cli/bin/compendium.cjs. The same for all cases. */
const NODE_OPTIONS = ["--max-semi-space-size=16"];
const COMPILE_CACHE = fileURLToPath(new URL("node_modules/.cache/node", import.meta.url));

/**
 * Runs a script of this folder in a process of its own and waits for it. Throws if it fails, with what it complained of,
 * or has to be ended after `TIME_LIMIT`.
 */
export async function runProcess(script: string, ...given: readonly string[]): Promise<Run> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, [...NODE_OPTIONS, path, ...given], {
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: TIME_LIMIT * 1000,
  });
  let printed = "";
  let complaints = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints = (complaints + text).slice(-4000)));
  let seconds = 0;
  child.on("exit", () => (seconds = Number(process.hrtime.bigint() - started) / 1e9));
  const ended = Promise.withResolvers<number | null>();
  child.on("error", ended.reject);
  child.on("close", ended.resolve);
  const code = await ended.promise;
  if (code === null && seconds >= TIME_LIMIT) throw new Error(`${script} did not end within ${TIME_LIMIT} s`);
  if (code !== 0) throw new Error(`${script} failed:\n${complaints}`);
  // The peer's runtime prints lines of its own before the report.
  const report = printed.trimEnd().split("\n").at(-1) ?? "";
  return { ...(JSON.parse(report) as CaseReport), seconds };
}
