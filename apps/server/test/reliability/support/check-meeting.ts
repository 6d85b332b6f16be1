import { expect } from "vitest";
import type { Db } from "../../../src/platform/tables.ts";
import { checkChains } from "./check-round.ts";
import type { PlayedMeeting } from "./scripted-meeting.ts";
import type { Cast } from "./scripted-round.ts";

/** Checks a meeting that was held under fire against what its people were told: all of it is there, once, and on record. */
export async function checkMeeting(db: Db, { workspace, secretary }: Cast, played: PlayedMeeting): Promise<void> {
  const { compilation, meeting, decisions, place, floor, tabled, statements } = played;
  const { call } = secretary;
  const entries = await checkChains(db, workspace.id);
  const there = await call("listDecisions", { compilation });
  const last = new Map(decisions.map(({ passage, id }) => [passage, id]));
  expect(there.toReversed()).toEqual(decisions.map((each) => ({ ...each, holds: last.get(each.passage) === each.id })));

  const view = await call("readMeeting", { meeting });
  expect(view).toMatchObject({ state: "open", place, floor });
  expect(view.statements.map(({ id, file }) => [id, file]).toSorted()).toEqual(
    statements.map(({ id, file }) => [id, file]).toSorted(),
  );
  for (const { id: statement, file } of statements) {
    expect((await call("downloadStatement", { meeting, statement })).bytes.length).toBe(file.bytes);
  }
  const shown = (await call("readNegotiation", { compilation })).passages;
  expect(shown.flatMap((each) => each.tabled.map(({ id }) => id)).toSorted()).toEqual(
    tabled.map(({ id }) => id).toSorted(),
  );
  expect(new Map(shown.map(({ id, decision }) => [id, decision?.id]))).toEqual(last);

  const objects = (act: string) => entries.filter((each) => each.act === act).map(({ object }) => object.id);
  expect(objects("decision.recorded").toSorted()).toEqual(decisions.map(({ id }) => id).toSorted());
  expect(objects("wording.tabled").toSorted()).toEqual(tabled.map(({ id }) => id).toSorted());
  expect(objects("statement.attached").toSorted()).toEqual(statements.map(({ id }) => id).toSorted());
  expect(objects("floor.asked for").toSorted()).toEqual(floor.map(({ id }) => id).toSorted());
  expect(objects("meeting.opened")).toEqual([meeting]);
}
