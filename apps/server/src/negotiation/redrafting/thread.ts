/** What runs in a thread: the next draft, and what is carried to it. */
import { createHash } from "node:crypto";
import {
  carryProposals,
  consolidate,
  type NotCarriedOn,
  openPackage,
  type PassageDecision,
  Problem,
  type ProposalFate,
  type RedraftOptions,
  readSubmission as read,
  readBase,
  type UntrackedDecision,
  wordHalfMove,
  wordUnevenColumn,
  writeRedraft,
} from "@compendium/engine";
import { nodeInflater } from "@compendium/engine/node";
import { type GivenFile, type ReadSubmission, readSubmission } from "../../consultations/for-threads.ts";
import type { GivenRound } from "../../consultations/index.ts";
import { newId } from "../../platform/ids.ts";
import type { Unread } from "../../platform/word/file-problem.ts";
import { type ReadDraft, readDraft } from "../../texts/for-threads.ts";

export interface GivenRedraft extends GivenRound {
  readonly decisions: readonly (readonly [passage: string, decision: PassageDecision])[];
  readonly options: RedraftOptions;
  /** What the next draft will be called, without the ending of a file. */
  readonly name: string;
}

export interface MadeRedraft {
  readonly read: true;
  readonly clean: Uint8Array<ArrayBuffer>;
  readonly tracked: Uint8Array<ArrayBuffer>;
  /** The clean file, read as any draft. */
  readonly draft: ReadDraft;
  readonly fates: readonly ProposalFate[];
  /** What a person has to look at, in English: what brackets cannot show, and moves and columns that were decided in part. */
  readonly leftOver: readonly string[];
  readonly untrackable: readonly UntrackedDecision[];
  /** Comments and changes of formatting that are not carried; of wordings the fates tell. */
  readonly fallen: readonly NotCarriedOn[];
  readonly carried: readonly CarriedSubmission[];
  /** Passages of which an open proposal is not carried. */
  readonly withoutPlace: readonly string[];
}

export interface CarriedSubmission extends GivenFile {
  readonly delegation: string;
  readonly submission: ReadSubmission;
}

/** Writes the next draft from decisions on a compiled round. */
export function redraft({
  base: given,
  submissions,
  delegations,
  decisions,
  options,
  name,
}: GivenRedraft): MadeRedraft | Unread {
  try {
    const base = readBase(openPackage(given.bytes, nodeInflater));
    const readOnes = submissions.map(({ file, bytes, delegation }) =>
      read(base, openPackage(bytes, nodeInflater), delegation, file),
    );
    const compilation = consolidate(base, readOnes, delegations);
    const written = writeRedraft(base, compilation, new Map(decisions), options);
    const clean = new Uint8Array(written.clean);
    const draft = readDraft(clean, newId);
    const next = readBase(openPackage(draft.circulated, nodeInflater));
    const { files, fallen } = carryProposals(compilation, written.settled, next);
    const circulated = givenFile(`${name}.docx`, draft.circulated);
    return {
      read: true,
      clean,
      tracked: new Uint8Array(written.tracked),
      draft,
      fates: written.fates,
      leftOver: [
        ...written.leftOver,
        ...written.halfMoves.map(wordHalfMove),
        ...written.unevenColumns.map(wordUnevenColumn),
      ],
      untrackable: written.untrackable,
      fallen: fallen.filter(({ what, passage }) => what !== "wording" || passage === null),
      carried: files.map(({ delegation, bytes }) =>
        carriedSubmission(circulated, delegation, givenFile(`${name} ${delegation.name}.docx`, new Uint8Array(bytes))),
      ),
      withoutPlace: fallen.flatMap(({ what, passage }) => (what === "wording" && passage !== null ? [passage] : [])),
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { read: false, problem: error.message, advice: error.advice };
  }
}

function carriedSubmission(
  base: GivenFile,
  delegation: GivenRound["delegations"][number],
  given: GivenFile,
): CarriedSubmission {
  const submission = readSubmission({ base, delegation, ...given });
  // We wrote it ourselves a moment ago.
  if (!submission.read) throw new Error(`What is carried of ${delegation.code} cannot be read: ${submission.problem}`);
  return { delegation: delegation.code, ...given, submission };
}

function givenFile(name: string, bytes: Uint8Array<ArrayBuffer>): GivenFile {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file: { name, sha256, bytes: bytes.length }, bytes };
}
