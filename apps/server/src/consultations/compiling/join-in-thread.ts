/** What runs in a thread: everything in a delegation's room, made into one marked-up file. */

import { createHash } from "node:crypto";
import {
  consolidate,
  type Delegation,
  joinUnits,
  openPackage,
  type ParagraphProposal,
  Problem,
  type Proposer,
  type ReceiptEntry,
  readBase,
  readSubmission,
  renderReceipts,
  toDocument,
  type Unit,
  type UnitConflict,
  writeProposals,
} from "@compendium/engine";
import { nodeInflater } from "@compendium/engine/node";
import type { GivenFile } from "./thread.ts";

export interface GivenRoom {
  readonly base: GivenFile;
  readonly delegation: Delegation;
  readonly files: readonly GivenFile[];
  /** What each person proposes in the browser. */
  readonly proposals: readonly { readonly proposer: Proposer; readonly proposals: readonly ParagraphProposal[] }[];
  /** What the joined file is called. */
  readonly name: string;
}

export type JoinedRoom =
  | {
      readonly state: "clean";
      readonly file: GivenFile["file"];
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly receipt: ReceiptEntry;
      readonly receiptText: string;
    }
  | { readonly state: "rival wordings"; readonly conflicts: readonly UnitConflict[] }
  | { readonly state: "not read"; readonly problems: readonly { readonly file: string; readonly problem: string }[] };

/** Joins a room that is not empty. One file alone is the submission as it is, byte for byte. */
export function joinRoom({ base, delegation, files, proposals, name }: GivenRoom): JoinedRoom {
  const text = readBase(openPackage(base.bytes, nodeInflater));
  const units: Unit[] = [];
  const problems: { file: string; problem: string }[] = [];
  const read = (label: string, { file, bytes }: GivenFile): void => {
    const submission = readSubmission(text, openPackage(bytes, nodeInflater), delegation, file);
    units.push({ label, submission });
  };
  for (const each of files) attempt(each.file.name, problems, () => read(each.file.name, each));
  for (const { proposer, proposals: own } of proposals) {
    attempt(proposer.name, problems, () => {
      read(proposer.name, givenOf(proposer.name, writeProposals(text, own, proposer).bytes));
    });
  }
  if (problems.length > 0) return { state: "not read", problems };
  const [first] = files;
  const isOneFile = files.length === 1 && proposals.length === 0;
  const joined = isOneFile ? null : joinUnits(text, units, delegation, { authors: "delegation" });
  if (joined?.kind === "conflicts") return { state: "rival wordings", conflicts: joined.conflicts };
  const given = joined === null ? first : givenOf(name, joined.file.bytes);
  if (given === undefined) throw new RangeError("There is nothing in the room.");
  const submission = readSubmission(text, openPackage(given.bytes, nodeInflater), delegation, given.file);
  const alone = consolidate(text, [submission], [delegation]);
  const [receipt] = toDocument({ ...alone, stories: [], comments: [] }).receipts;
  if (receipt === undefined) throw new Error("A compilation of one submission has no receipt.");
  return {
    state: "clean",
    ...given,
    receipt,
    receiptText: renderReceipts(alone.receipts, { base: base.file }),
  };
}

function givenOf(name: string, written: Uint8Array): GivenFile {
  const bytes = new Uint8Array(written);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file: { name, sha256, bytes: bytes.length }, bytes };
}

function attempt(file: string, problems: { file: string; problem: string }[], does: () => void): void {
  try {
    does();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    problems.push({ file, problem: `${error.message} ${error.advice}` });
  }
}
