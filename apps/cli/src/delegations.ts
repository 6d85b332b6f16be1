import { basename, resolve } from "node:path";
import { recogniseDelegation } from "@compendium/catalogue";
import type { Delegation } from "@compendium/engine";
import { delegationOf, type ListedFile, readDelegationsCsv } from "./delegations-csv.ts";
import { Failure } from "./failure.ts";
import { identityOf } from "./files.ts";

/** A file with the delegation that sent it, or the reason why that is unclear. */
export interface OwnedFile {
  readonly path: string;
  readonly owner: Delegation | Failure;
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
 * --delegation names come last. Throws a `Failure` where an option is not understood.
 */
export function findOwners(files: readonly string[], options: DelegationOptions): readonly OwnedFile[] {
  const stated = readOptions(options.delegation);
  const listed = options.delegations === undefined ? [] : readDelegationsCsv(options.delegations);
  const given = new Set(files.map(identityOf));
  const added = [...stated].filter(([identity]) => !given.has(identity)).map(([, { path }]) => path);
  return [...files, ...added].map((path): OwnedFile => {
    const told = stated.get(identityOf(path))?.delegation ?? listedOwner(path, listed);
    return { path, owner: told ?? ownerByName(path) };
  });
}

interface StatedFile {
  readonly path: string;
  readonly delegation: Delegation;
}

/** By identity of the file. */
function readOptions(given: readonly string[]): ReadonlyMap<string, StatedFile> {
  const stated = new Map<string, StatedFile>();
  for (const option of given) {
    const one = readOption(option);
    const other = stated.get(identityOf(one.path));
    if (other !== undefined && other.delegation.code !== one.delegation.code) throw statedTwice(one, other);
    stated.set(identityOf(one.path), one);
  }
  return stated;
}

function readOption(option: string): StatedFile {
  const [, code = "", path = ""] = /^([^=]*)=(.+)$/s.exec(option) ?? [];
  if (path === "") {
    const advice = 'Write the code, an equals sign and the file: --delegation XAA="returned/comments.docx".';
    throw new Failure("usage", null, `--delegation ${option} does not name a file.`, advice);
  }
  return { path, delegation: delegationOf(code, "", `--delegation ${option}`) };
}

function statedTwice(one: StatedFile, other: StatedFile): Failure {
  const codes = `${other.delegation.code} and ${one.delegation.code}`;
  return new Failure("usage", one.path, `The file is said to be from ${codes}.`, "Leave out one of the two.");
}

function listedOwner(path: string, listed: readonly ListedFile[]): Delegation | undefined {
  const found =
    listed.find((row) => row.path === resolve(path)) ?? listed.find((row) => row.written === basename(path));
  return found?.delegation;
}

function ownerByName(path: string): Delegation | Failure {
  const found = recogniseDelegation(basename(path));
  const say = `Say whose it is: --delegation CODE="${path}".`;
  if (found.kind === "unknown") {
    const what = "The name of the file tells of no delegation that we know.";
    return new Failure("delegation-unknown", path, what, `${say} Or put an ISO code or the name into the file name.`);
  }
  if (found.kind === "ambiguous") {
    const candidates = found.candidates.map(({ name, code }) => `${name} (${code})`).join(", ");
    return new Failure("delegation-ambiguous", path, `The name of the file can mean: ${candidates}.`, say);
  }
  return { code: found.delegation.code, name: found.delegation.name };
}
