import { type Counts, type Proof, wordCounts } from "@compendium/engine";

/** What a submission's receipt says in one line, and whether its proof holds. */
export interface ReceiptLine {
  readonly recorded: string;
  readonly proof: string;
  readonly holds: boolean;
}

/** A receipt as the server gives it: the engine's, or nothing that this program knows. */
export function receiptLine(receipt: unknown): ReceiptLine | null {
  const { counts, proof } = (receipt ?? {}) as { readonly counts?: Counts; readonly proof?: Proof };
  if (counts === undefined || proof === undefined) return null;
  return {
    recorded: wordCounts(counts),
    proof: proof.holds ? "holds: what is recorded equals the file, word for word" : "DOES NOT HOLD",
    holds: proof.holds,
  };
}
