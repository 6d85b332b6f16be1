/**
 * Where the browser for the browser tests is: `node tools/chromium.ts` prints its path, `node tools/chromium.ts
 * --install` gets one first where there is none. Debian's package is preferred, because it brings its libraries along.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type LaunchOptions } from "playwright-core";

/**
 * The path of a Chromium: what `CHROMIUM_PATH` says, else the system's, else Playwright's own. Throws `Error` with
 * advice if there is none.
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string {
  const found = searchChromium(environment);
  if (found === null) throw new Error(ADVICE);
  return found;
}

/** How the browser tests start Chromium: the one that `findChromium` finds, without network calls of its own. */
export function launchOptions(): LaunchOptions {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return { executablePath: findChromium(), args: isRoot() ? [...quiet, "--no-sandbox"] : quiet };
}

const ADVICE = [
  "No Chromium was found, and the browser tests need one. Any of these gives one:",
  "  apt-get install chromium          (Debian, as root)",
  "  npx playwright-core install --with-deps chromium",
  "  CHROMIUM_PATH=/path/to/chromium   (a Chromium or Chrome that you have)",
].join("\n");

/** As `findChromium`, but `null` if there is none. Throws `Error` if `CHROMIUM_PATH` is set and wrong. */
function searchChromium(environment: NodeJS.ProcessEnv): string | null {
  const told = environment.CHROMIUM_PATH ?? "";
  if (told === "") return candidates(environment).find(isExecutable) ?? null;
  if (isExecutable(told)) return told;
  throw new Error(`CHROMIUM_PATH is ${told}, where there is no program. Correct it, or unset it to search elsewhere.`);
}

function candidates(environment: NodeJS.ProcessEnv): string[] {
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return [
    ...["/usr/bin", ...folders].flatMap((folder) => names.map((name) => join(folder, name))),
    chromium.executablePath(),
  ];
}

/** Gets a Chromium by the first way that works on this machine, and shows that way's own output. */
function installChromium(): void {
  if (isRoot() && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Debian's chromium …");
    const packages = ["chromium", "fonts-dejavu", "fonts-noto-core"];
    const apt = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    // Installing is tried even if updating failed: lists from before are often good enough.
    run("apt-get", ["update", "-q"], apt);
    if (run("apt-get", ["install", "-qy", "--no-install-recommends", ...packages], apt)) return;
  }
  console.log("Installing Playwright's chromium …");
  run(process.execPath, [join(import.meta.dirname, "../node_modules/playwright-core/cli.js"), "install", "chromium"]);
}

function run(program: string, args: readonly string[], environment: NodeJS.ProcessEnv = process.env): boolean {
  return spawnSync(program, args, { stdio: ["ignore", "inherit", "inherit"], env: environment }).status === 0;
}

/** Throws `Error` with advice if the program does not even tell its version, as where shared libraries are missing. */
function proveThatItStarts(path: string): void {
  const { status, stderr } = spawnSync(path, ["--version"], { encoding: "utf8" });
  if (status === 0) return;
  throw new Error(`${path} does not start:\n${stderr.trim()}\nAs root, this adds what it needs: ${ADD_LIBRARIES}`);
}

const ADD_LIBRARIES = "npx playwright-core install-deps chromium";

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

if (import.meta.main) {
  try {
    if (process.argv.includes("--install") && searchChromium(process.env) === null) installChromium();
    const path = findChromium();
    proveThatItStarts(path);
    console.log(path);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
