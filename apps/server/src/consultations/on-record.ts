import type { RecordEntry } from "@compendium/contract";
import type { Db } from "../platform/tables.ts";

/** What a submission says of the record: which entry received it. */
export interface SubmissionClaim {
  readonly id: string;
  readonly delegation: string;
  readonly sha256: string;
  readonly ledger: string;
  readonly recordNumber: number;
  readonly recordHash: string;
}

export function submissionClaims(db: Db): Promise<readonly SubmissionClaim[]> {
  return db
    .selectFrom("submission")
    .select(["id", "delegation", "sha256", "ledger", "recordNumber", "recordHash"])
    .orderBy("id")
    .execute();
}

/** The submission that an entry received, with the hash of its file; `null` for an entry about anything else. */
export function submissionReceivedBy({ act, object, detail }: RecordEntry) {
  const isReceived = ["submission.submitted", "submission.entered", "submission.carried"].includes(act);
  return isReceived ? { id: object.id, sha256: detail.sha256 } : null;
}
