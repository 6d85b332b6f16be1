import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { Failure } from "../failure.ts";

/** Where somebody is signed in, and the access token by which the server knows them. */
export interface SignedIn {
  /** `"https://compendium.example"`, without a slash at the end. */
  readonly server: string;
  readonly token: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where one is signed in: as the variables COMPENDIUM_SERVER and COMPENDIUM_TOKEN say, else as `sign-in` kept it. What was
 * kept for one server is never sent to another. Throws a `Failure`.
 */
export function readSignedIn(environment: Environment): SignedIn {
  const kept = readKept(signedInFile(environment));
  const server = environment.COMPENDIUM_SERVER === undefined ? kept?.server : originOf(environment.COMPENDIUM_SERVER);
  const token = environment.COMPENDIUM_TOKEN ?? (server === kept?.server ? kept?.token : undefined);
  if (server === undefined || token === undefined) {
    throw new Failure(
      "sign-in-needed",
      null,
      server === undefined ? "You are not signed in to any server." : `You are not signed in to ${server}.`,
      `Make an access token on the server's page, then: compendium sign-in ${server ?? "https://compendium.example"}`,
    );
  }
  return { server, token };
}

/** Keeps a sign-in for the commands that follow, in a file that nobody else may read. */
export function keepSignedIn(environment: Environment, signedIn: SignedIn): string {
  const file = signedInFile(environment);
  const part = `${file}.part`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  rmSync(part, { force: true });
  writeFileSync(part, `${JSON.stringify(signedIn, null, 2)}\n`, { mode: 0o600 });
  renameSync(part, file);
  return file;
}

/** Forgets it. True if there was something to forget. */
export function forgetSignedIn(environment: Environment): boolean {
  const file = signedInFile(environment);
  const isKept = readKept(file) !== null;
  rmSync(file, { force: true });
  return isKept;
}

/** The origin of a server as people write it: `compendium.example` stands for https. Throws a `Failure`. */
export function originOf(written: string): string {
  const address = /^[a-z]+:\/\//i.test(written) ? written : `https://${written}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    const advice = "Write it as in the browser: https://compendium.example";
    throw new Failure("usage", null, `This is no address of a server: ${written}.`, advice);
  }
  return url.origin;
}

/** Where each system keeps what belongs to one user and one program. */
function signedInFile({ XDG_CONFIG_HOME, APPDATA }: Environment): string {
  const folder = XDG_CONFIG_HOME || (process.platform === "win32" ? APPDATA : undefined) || join(homedir(), ".config");
  return join(folder, "compendium", "signed-in.json");
}

function readKept(file: string): SignedIn | null {
  let content: string;
  try {
    // Copied or restored, it may have become readable for others.
    if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
    content = readFileSync(file, "utf8");
  } catch {
    return null;
  }
  try {
    const { server, token } = JSON.parse(content) as Partial<SignedIn>;
    return typeof server === "string" && typeof token === "string" ? { server, token } : null;
  } catch {
    return null;
  }
}
