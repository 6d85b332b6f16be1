import { basename, resolve } from "node:path";
import { recogniseDelegation } from "@compendium/catalogue";
import { type Delegation, Problem } from "@compendium/engine";
import { delegationOf, type ListedFile, readDelegationsCsv } from "./delegations-csv.ts";
import { Failure, failureOf } from "./failure.ts";
import { identityOf } from "./files.ts";

/** A file with the delegation that sent it. */
export interface OwnedFile {
  readonly path: string;
  readonly delegation: Delegation;
}

export interface OwnedFiles {
  readonly owned: readonly OwnedFile[];
  /** Files whose delegation is unclear, and files of a delegation that has another one. */
  readonly failures: readonly Failure[];
}

/** What the command line says of delegations. */
export interface DelegationOptions {
  /** `CODE=path`, each time that --delegation is given. */
  readonly delegation: readonly string[];
  /** The path of a CSV file. */
  readonly delegations?: string;
}

/**
 * Finds out whose file is whose: as --delegation says, else the list, else the name of the file. Files that only
 * --delegation names are added. Throws a `Failure` where an option is not understood.
 */
export function findOwners(files: readonly string[], options: DelegationOptions): OwnedFiles {
  const stated = new Map<string, OwnedFile>();
  for (const option of options.delegation) {
    const one = readOption(option);
    const other = stated.get(identityOf(one.path));
    if (other !== undefined && other.delegation.code !== one.delegation.code) throw statedTwice(one, other);
    stated.set(identityOf(one.path), one);
  }
  const listed = options.delegations === undefined ? [] : readDelegationsCsv(options.delegations);
  const owned: OwnedFile[] = [];
  const failures: Failure[] = [];
  for (const path of files) {
    const known = stated.get(identityOf(path))?.delegation ?? listedOwner(path, listed);
    stated.delete(identityOf(path));
    try {
      owned.push({ path, delegation: known ?? ownerByName(path) });
    } catch (error) {
      failures.push(failureOf(error, path));
    }
  }
  owned.push(...stated.values());
  const twice = filesOfOneDelegation(owned);
  return {
    owned: owned.filter(({ path }) => !twice.some(({ file }) => file === path)),
    failures: [...failures, ...twice],
  };
}

function readOption(option: string): OwnedFile {
  const [, code = "", path = ""] = /^([^=]*)=(.+)$/s.exec(option) ?? [];
  if (path === "") {
    const advice = 'Write the code, an equals sign and the file: --delegation XAA="returned/comments.docx".';
    throw new Failure("usage", null, `--delegation ${option} does not name a file.`, advice);
  }
  return { path, delegation: delegationOf(code, "", `--delegation ${option}`) };
}

function statedTwice(one: OwnedFile, other: OwnedFile): Failure {
  const codes = `${other.delegation.code} and ${one.delegation.code}`;
  return new Failure("usage", one.path, `The file is said to be from ${codes}.`, "Leave out one of the two.");
}

function listedOwner(path: string, listed: readonly ListedFile[]): Delegation | undefined {
  const found =
    listed.find((row) => row.path === resolve(path)) ?? listed.find((row) => row.written === basename(path));
  return found?.delegation;
}

function ownerByName(path: string): Delegation {
  const found = recogniseDelegation(basename(path));
  const say = `Say whose it is: --delegation CODE="${path}".`;
  if (found.kind === "unknown") {
    const what = "The name of the file tells of no delegation that we know.";
    throw new Failure("delegation-unknown", path, what, `${say} Or put an ISO code or the name into the file name.`);
  }
  if (found.kind === "ambiguous") {
    const candidates = found.candidates.map(({ name, code }) => `${name} (${code})`).join(", ");
    throw new Failure("delegation-ambiguous", path, `The name of the file can mean: ${candidates}.`, say);
  }
  return { code: found.delegation.code, name: found.delegation.name };
}

/** A failure for each file of a delegation that has several: which one counts is for a person to say. */
function filesOfOneDelegation(owned: readonly OwnedFile[]): Failure[] {
  return owned.flatMap(({ path, delegation }) => {
    const others = owned.filter((other) => other.delegation.code === delegation.code && other.path !== path);
    if (others.length === 0) return [];
    const problem = new Problem(
      "duplicate-delegation",
      `${delegation.name} (${delegation.code}) also has ${others.map((other) => other.path).join(", ")}.`,
      'Leave out all but the one that counts. If one is not theirs, say whose it is: --delegation CODE="file".',
    );
    return [failureOf(problem, path)];
  });
}
