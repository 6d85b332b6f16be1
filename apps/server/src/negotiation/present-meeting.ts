import type { MeetingAhead, MeetingView, StatementView } from "@compendium/contract";
import type { Actor } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import { askForFloor, attachStatement, lead } from "./policy.ts";
import type { MeetingOfCompilation, PlannedMeeting, StatementRow } from "./queries.ts";

export function presentMeeting(actor: Actor, of: MeetingOfCompilation): MeetingView {
  const { meeting, floor, statements, round } = of;
  const { openedAt, closedAt, item, passage } = meeting;
  const state = openedAt === null ? "planned" : closedAt === null ? "open" : "closed";
  const may: MeetingView["may"] = [];
  if (state !== "closed" && can(actor, lead, of))
    may.push("change", ...(state === "planned" ? (["open"] as const) : (["close", "lead"] as const)));
  if (state !== "planned" && can(actor, lead, of)) may.push("report");
  return {
    id: meeting.id,
    compilation: meeting.compilation,
    number: meeting.number,
    title: meeting.title,
    startsAt: meeting.startsAt.toISOString(),
    timeZone: meeting.timeZone,
    venue: meeting.venue,
    agenda: meeting.agenda.map((each) => ({ ...each, passages: [...each.passages] })),
    participants: [...meeting.participants],
    state,
    openedAt: openedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    place: item === null ? null : { item, passage },
    floor: floor.map((each) => ({
      id: each.id,
      delegation: each.delegation,
      passage: each.passage,
      askedAt: each.askedAt.toISOString(),
      state: each.state,
    })),
    statements: inOrderOfAgenda(statements).map((each) => presentStatement(actor, of, each)),
    statementsFor: [null, ...round.delegations].filter((delegation) =>
      can(actor, attachStatement, { ...of, delegation }),
    ),
    version: meeting.version,
    mine:
      state !== "open" ? [] : round.delegations.filter((delegation) => can(actor, askForFloor, { ...of, delegation })),
    may,
  };
}

export function presentMeetingAhead({ meeting, text }: PlannedMeeting): MeetingAhead {
  const { id, title, openedAt, startsAt, timeZone, venue } = meeting;
  return {
    id,
    workspace: text.workspace,
    text: { id: text.id, title: text.title },
    title,
    state: openedAt === null ? "planned" : "open",
    startsAt: startsAt.toISOString(),
    timeZone,
    venue,
  };
}

export function presentStatement(actor: Actor, of: MeetingOfCompilation, row: StatementRow): StatementView {
  const { id, delegation, symbol, date, item, fileName, sha256, bytes, attachedAt } = row;
  return {
    id,
    delegation,
    symbol,
    date,
    // The agenda may have become shorter since.
    item: item === null || item >= of.meeting.agenda.length ? null : item,
    file: { name: fileName, sha256, bytes },
    attachedAt: attachedAt.toISOString(),
    may: can(actor, attachStatement, { ...of, delegation }) ? ["remove"] : [],
  };
}

/** Those for the meeting as such come last. */
function inOrderOfAgenda(statements: readonly StatementRow[]): readonly StatementRow[] {
  return statements.toSorted((a, b) => (a.item ?? Infinity) - (b.item ?? Infinity) || a.number - b.number);
}
