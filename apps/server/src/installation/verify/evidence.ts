import type { RecordEntry } from "@compendium/contract";
import type { SubmissionClaim } from "../../consultations/index.ts";
import type { KnownHead } from "../../record/index.ts";

/** Something that is not as it was written. */
export interface Finding {
  /** `"workspace:7h2k, entry 12"`, `"file 3f…"`, `"submission 9d… (AUS)"` */
  readonly where: string;
  readonly what: string;
}

/** What there is to check, wherever it comes from: a database, a backup, an exported chain. */
export interface Evidence {
  /** Where each chain should end, by its name. */
  readonly heads: ReadonlyMap<string, KnownHead>;
  /** Each chain from its first entry on; a finding in the place of an entry that cannot be read. */
  readonly entries: AsyncIterable<RecordEntry | Finding>;
  /** `null` where it holds none of them by its nature. */
  readonly submissions: readonly SubmissionClaim[] | null;
  /** Each kept file once; `found` is the hash that its bytes have, `null` where they are missing. */
  readonly files: AsyncIterable<{ readonly sha256: string; readonly found: string | null }> | null;
  /** What its reader found already. */
  readonly findings: readonly Finding[];
}

/** An entry whose hash is, or begins with, what somebody was given. */
export interface KeptEntry {
  readonly ledger: string;
  readonly number: number;
  readonly hash: string;
}

/** What checking came to. All is well exactly if there are no findings. */
export interface Verdict {
  /** The entries that fit what was given; `null` where nothing was given. */
  readonly kept: readonly KeptEntry[] | null;
  readonly chains: readonly {
    readonly ledger: string;
    readonly entries: number;
    readonly head: string | null;
  }[];
  readonly files: number | null;
  readonly submissions: number | null;
  readonly findings: readonly Finding[];
}
