import type { Actor, Person } from "../../platform/actor.ts";
import { keepFile } from "../../platform/files/files.ts";
import { newId } from "../../platform/ids.ts";
import type { Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import type { DraftRow, TextRow } from "../../texts/index.ts";
import type { GivenFile, ReadSubmission } from "../compiling/thread.ts";
import type { RoundRow } from "../queries.ts";
import { askForCompilation } from "./compilations.ts";
import { heldRoom } from "./rooms.ts";
import { storedRound, tellOfRound } from "./rounds.ts";
import { receive } from "./submissions.ts";

export interface CarriedTo {
  /** The round whose proposals they are: those asked in it see what comes of it. */
  readonly former: RoundRow;
  readonly text: TextRow;
  readonly draft: DraftRow;
  readonly now: Date;
}

/**
 * Keeps what is carried to a draft as a round of its own, which opens and closes at this moment, so that nobody is
 * asked for more, and has it compiled: so it is checked, released and negotiated as everything is that delegations propose. Gives the round;
 * `null` where nothing is carried.
 */
export async function carryToRound(
  tx: Tx,
  services: Services,
  actor: Actor & { readonly person: Person },
  { former, text, draft, now }: CarriedTo,
  carried: readonly (GivenFile & { readonly delegation: string; readonly submission: ReadSubmission })[],
): Promise<string | null> {
  if (carried.length === 0) return null;
  const round: RoundRow = {
    ...former,
    id: newId(),
    draft: draft.id,
    title: `Carried to ${draft.symbol === "" ? `draft ${draft.number}` : draft.symbol}`,
    instructions: "",
    reminders: [],
    opensAt: now,
    // By the clock of the database a moment is a microsecond, and for a Date it is this.
    closesAt: new Date(now.getTime() + 1),
    version: 1,
    createdAt: now,
    announcedAt: now,
    closedAt: now,
    carriedFrom: former.id,
  };
  const of = { round, draft, text };
  await tx.insertInto("round").values(storedRound(round)).execute();
  await writeEntry(tx, services.clock, {
    ledger: workspaceLedger(text.workspace),
    actor,
    act: "round.carried",
    object: { kind: "round", id: round.id },
    before: null,
    after: round,
    detail: {
      draft: draft.id,
      number: draft.number,
      symbol: draft.symbol,
      former: former.id,
      delegations: carried.map(({ delegation }) => delegation),
    },
  });
  for (const { delegation, file, bytes, submission } of carried) {
    await heldRoom(tx, { ...of, delegation });
    const sha256 = await keepFile(tx, bytes);
    await receive(tx, services, actor, of, {
      delegation,
      fileName: file.name,
      sha256,
      bytes: bytes.length,
      arrivedAt: now,
      channel: "draft before",
      onBehalfOf: [],
      inAlignment: [],
      receipt: submission.receipt,
      receiptText: submission.receiptText,
    });
  }
  await askForCompilation(tx, services, actor, of, now);
  await tellOfRound(tx, of, now);
  return round.id;
}
