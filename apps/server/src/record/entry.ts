import type { RecordEntry } from "@compendium/contract";
import canonicalize from "canonicalize";
import { sha256Of } from "../platform/files/files.ts";

/** SHA-256 of a value as canonical JSON (RFC 8785): equal for equal values, in whatever order their fields stand. */
export function hashOf(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError("Only what JSON can say has a hash.");
  return sha256Of(json);
}

/** The hash that an entry must have: of everything in it but the hash itself, the hash of the entry before included. */
export function hashOfEntry({ hash: _, ...entry }: RecordEntry): string {
  return hashOf(entry);
}
