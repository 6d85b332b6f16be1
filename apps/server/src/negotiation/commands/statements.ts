import { ApiProblem, type RecordAct } from "@compendium/contract";
import type { Actor, Person } from "../../platform/actor.ts";
import { keepFile, sha256Of } from "../../platform/files/files.ts";
import { newId } from "../../platform/ids.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import type { MeetingOfCompilation, StatementOfMeeting, StatementRow } from "../queries.ts";
import { typeOfStatement } from "../statement-type.ts";
import { heldMeeting, tellOfMeeting } from "./meetings.ts";
import { nextNumber } from "./next-number.ts";

export interface GivenStatement {
  readonly name: string;
  readonly delegation: string | null;
  readonly symbol: string;
  /** `null` for the day of the meeting. */
  readonly date: string | null;
  readonly item: number | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Attaches a statement to a meeting. */
export function addStatement(
  services: Services,
  actor: Actor & { readonly person: Person },
  { meeting: { id } }: MeetingOfCompilation,
  { name, delegation, symbol, date, item, bytes }: GivenStatement,
): Promise<StatementOfMeeting> {
  if (typeOfStatement(name, bytes) === null) {
    const detail = "Give a Word, OpenDocument or PDF file, or plain text, with its ending in the name.";
    throw new ApiProblem("not-valid", detail, { fields: { name: detail } });
  }
  return inTransaction(services, async (tx) => {
    const of = await heldMeeting(tx, id);
    if (delegation !== null && !of.round.delegations.includes(delegation)) {
      throw new ApiProblem("not-valid", `${delegation} takes no part in this negotiation.`, {
        fields: { delegation: "Not asked in the round." },
      });
    }
    if (item !== null && item >= of.meeting.agenda.length) {
      throw new ApiProblem("not-valid", "The agenda has no such item.", { fields: { item: "Not an item." } });
    }
    const sha256 = sha256Of(bytes);
    if (of.statements.some((each) => each.sha256 === sha256)) {
      throw new ApiProblem("already-exists", "This file is attached to the meeting already.");
    }
    const statement: StatementRow = {
      id: newId(),
      number: await nextNumber(tx, "statement", id),
      meeting: id,
      delegation,
      symbol,
      date: date ?? dayOf(of),
      item,
      fileName: name,
      sha256: await keepFile(tx, bytes),
      bytes: bytes.length,
      attachedBy: actor.person.name,
      attachedAt: await services.clock.now(tx),
      removedAt: null,
    };
    await tx.insertInto("statement").values(statement).execute();
    await recorded(tx, services, actor, of, "statement.attached", null, statement);
    return { ...of, statement, delegation };
  });
}

/** Takes a statement off the meeting. Its file and the record stay. */
export function removeStatement(
  services: Services,
  actor: Actor,
  { meeting, statement: { id } }: StatementOfMeeting,
): Promise<void> {
  return inTransaction(services, async (tx) => {
    const of = await heldMeeting(tx, meeting.id);
    const before = of.statements.find((each) => each.id === id);
    // Somebody else was faster: what was wanted is done.
    if (before === undefined) return;
    const after = { ...before, removedAt: await services.clock.now(tx) };
    await tx.updateTable("statement").set({ removedAt: after.removedAt }).where("id", "=", id).execute();
    await recorded(tx, services, actor, of, "statement.removed", before, after);
  });
}

/** The day of the meeting where it takes place. */
function dayOf({ meeting: { openedAt, startsAt, timeZone } }: MeetingOfCompilation): string {
  const format = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone });
  return format.format(openedAt ?? startsAt);
}

async function recorded(
  tx: Tx,
  services: Services,
  actor: Actor,
  of: MeetingOfCompilation,
  act: RecordAct,
  before: StatementRow | null,
  after: StatementRow,
): Promise<void> {
  const { delegation, symbol, date, item, fileName, sha256 } = after;
  await writeEntry(tx, services.clock, {
    ledger: workspaceLedger(of.text.workspace),
    actor,
    act,
    object: { kind: "statement", id: after.id },
    before,
    after,
    detail: { meeting: of.meeting.id, delegation, symbol, date, item, fileName, sha256 },
  });
  await tellOfMeeting(tx, of, await services.clock.now(tx));
}
