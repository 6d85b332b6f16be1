import type { RoundView, roundsOperations } from "../../consultations/rounds.ts";
import { ankervale, brindovar, draft, round, secretary, text, workspace } from "./cast.ts";
import type { Examples } from "./example.ts";

const view: RoundView = {
  id: round,
  workspace,
  text: { id: text, title: "Best practice guide on border controls" },
  draft: { id: draft, number: 2, symbol: "FSC.DEL/99/26/Rev.1" },
  title: "Second round of comments",
  opensAt: "2026-02-10T08:00:00.000Z",
  closesAt: "2026-03-02T17:00:00.000Z",
  timeZone: "Europe/Vienna",
  instructions: "Please comment on Part II in particular.",
  audience: null,
  reminders: [72, 24],
  state: "open",
  cancelled: null,
  carriedFrom: null,
  version: 1,
  delegations: [ankervale, brindovar],
  mine: [],
  may: ["change", "close now", "see submissions", "compile", "release", "enter submission", "admit", "remind"],
};

export const roundsExamples: Examples<typeof roundsOperations> = {
  listRounds: { input: { text }, answer: [view] },
  listRoundsOfWorkspace: { input: { workspace }, answer: [view] },
  createRound: {
    input: {
      draft,
      body: {
        title: view.title,
        opensAt: "2026-02-10T09:00:00+01:00",
        closesAt: "2026-03-02T18:00:00+01:00",
        timeZone: view.timeZone,
        instructions: view.instructions,
      },
    },
    answer: view,
  },
  readRound: { input: { round }, answer: view },
  changeRound: {
    input: { round, body: { closesAt: "2026-03-06T18:00:00+01:00", version: 1 } },
    answer: { ...view, closesAt: "2026-03-06T17:00:00.000Z", version: 2 },
  },
  cancelRound: {
    input: { round, body: { reason: "The text is withdrawn." } },
    answer: {
      ...view,
      state: "cancelled",
      cancelled: { by: secretary.name, at: "2026-02-09T10:00:00.000Z", reason: "The text is withdrawn." },
      may: [],
    },
  },
  openRoundNow: { input: { round }, answer: { ...view, opensAt: "2026-02-09T10:00:00.000Z", version: 2 } },
  closeRoundNow: {
    input: { round, body: { reason: "All delegations have answered." } },
    answer: { ...view, state: "closed", closesAt: "2026-02-27T10:00:00.000Z", version: 2 },
  },
  remind: { input: { round }, answer: { reminded: ["XBB"] } },
};
