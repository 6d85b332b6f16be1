import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const BIN = join(import.meta.dirname, "../../../cli/bin/compendium.cjs");

export interface Run {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Somebody at a machine of their own, with the command line. */
export interface Person {
  /** Their folder, in which the commands run. */
  readonly folder: string;
  /** Runs a line of shell, in which `npx compendium` is the real program; `typed` is what it reads from stdin. */
  readonly run: (line: string, typed?: string) => Promise<Run>;
}

/** A person for one test. The folder and what the program keeps are gone at its end. */
export function atTheCommandLine(): Person {
  const home = mkdtempSync(join(tmpdir(), "compendium-home-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const folder = join(home, "documents");
  mkdirSync(folder);
  const { COMPENDIUM_SERVER: _, COMPENDIUM_TOKEN: __, ...environment } = process.env;
  return {
    folder,
    run: (line, typed = "") =>
      new Promise((resolve, reject) => {
        const script = line.replaceAll("npx compendium", `"${process.execPath}" "${BIN}"`);
        // Not to wait for it in this thread: the server of the test answers in it.
        const child = spawn("sh", ["-c", script], {
          cwd: folder,
          env: { ...environment, XDG_CONFIG_HOME: join(home, "config") },
        });
        const output = { stdout: "", stderr: "" };
        for (const stream of ["stdout", "stderr"] as const) {
          child[stream].setEncoding("utf8").on("data", (part: string) => {
            output[stream] += part;
          });
        }
        child.on("error", reject);
        child.on("close", (exit) => resolve({ exit, ...output }));
        child.stdin.end(typed);
      }),
  };
}
