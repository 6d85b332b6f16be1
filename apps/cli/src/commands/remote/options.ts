import type { ServerOptions } from "../../remote/on-server.ts";

/** Options that several commands take, each with what `--help` says. */

export const WORKSPACE_OPTION = [
  "--workspace <name>",
  "the workspace by name or identifier; needed if you have several",
] as const;

export const DELEGATION_OPTION = [
  "--delegation <CODE>",
  "the delegation; needed if you belong to several that are asked",
] as const;

export const OUT_OPTION = [
  "-o, --out <path>",
  "the folder or file to write to; the current folder if left out",
] as const;

export const FORCE_OPTION = ["--force", "overwrite a file that stands there"] as const;

export const NAMED_FOR_OPTION = [
  "--named-for <CODE>",
  "the other delegation of which the file's name tells, to confirm that it is not theirs",
] as const;

export interface InWorkspace extends ServerOptions {
  readonly workspace?: string;
}

export interface OfDelegation extends ServerOptions {
  readonly delegation?: string;
}

/** `"XAA, XBB"` as a list; empty for `""`. */
export function listed(written: string): string[] {
  return written
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
