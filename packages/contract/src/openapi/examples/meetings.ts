import type { MeetingView, meetingsOperations } from "../../negotiation/meetings.ts";
import type { StatementView, statementsOperations } from "../../negotiation/statements.ts";
import { compilation, MARKED_UP_SHA256, text, workspace } from "./cast.ts";
import type { Examples } from "./example.ts";

export const meeting = "k1d8w4z7n0q3v6fb";
const statement = "v6n3q0z7w4d1k8bs";
const entry = "s9c2h5x8j1t4m7ga";
const facts = {
  title: "Reading of Parts I to IV",
  startsAt: "2026-03-10T09:00:00.000Z",
  timeZone: "Europe/Vienna",
  venue: "Segmentgalerie II",
  agenda: [{ title: "Part II", passages: ["body/17", "body/18"] }],
  participants: ["XAA", "XBB"],
};

const delivered: StatementView = {
  id: statement,
  delegation: "XBB",
  symbol: "FSC.DEL/104/26",
  date: "2026-03-10",
  item: 0,
  file: { name: "Brindovar statement.docx", sha256: MARKED_UP_SHA256, bytes: 18_204 },
  attachedAt: "2026-03-10T09:40:00.000Z",
  may: ["remove"],
};

const planned: MeetingView = {
  ...facts,
  id: meeting,
  compilation,
  number: 1,
  state: "planned",
  openedAt: null,
  closedAt: null,
  place: null,
  floor: [],
  statements: [],
  statementsFor: [null, "XAA", "XBB"],
  version: 1,
  mine: [],
  may: ["change", "open"],
};

const open: MeetingView = {
  ...planned,
  state: "open",
  openedAt: "2026-03-10T09:02:00.000Z",
  place: { item: 0, passage: "body/17" },
  floor: [{ id: entry, delegation: "XBB", passage: "body/17", askedAt: "2026-03-10T09:14:00.000Z", state: "speaking" }],
  statements: [delivered],
  may: ["change", "close", "lead", "report"],
};

export const meetingsExamples: Examples<typeof meetingsOperations & typeof statementsOperations> = {
  listMeetings: { input: { compilation }, answer: [open] },
  listMeetingsAhead: {
    input: {},
    answer: [
      {
        id: meeting,
        workspace,
        text: { id: text, title: "Best practice guide on border controls" },
        title: facts.title,
        state: "open",
        startsAt: facts.startsAt,
        timeZone: facts.timeZone,
        venue: facts.venue,
      },
    ],
  },
  createMeeting: { input: { compilation, body: facts }, answer: planned },
  readMeeting: { input: { meeting }, answer: open },
  changeMeeting: {
    input: { meeting, body: { venue: "Ratsaal", version: 1 } },
    answer: { ...planned, venue: "Ratsaal", version: 2 },
  },
  openMeeting: { input: { meeting }, answer: { ...open, place: { item: 0, passage: null }, floor: [] } },
  closeMeeting: {
    input: { meeting },
    answer: { ...open, state: "closed", closedAt: "2026-03-10T12:00:00.000Z", floor: [], may: ["report"] },
  },
  goTo: { input: { meeting, body: { item: 0, passage: "body/17" } }, answer: { ...open, floor: [] } },
  askForFloor: {
    input: { meeting, body: { delegation: "XBB", passage: "body/17" } },
    answer: { ...open, floor: open.floor.map((each) => ({ ...each, state: "waiting" as const })) },
  },
  addStatement: {
    input: { meeting, name: "Brindovar statement.docx", delegation: "XBB", symbol: "FSC.DEL/104/26", item: 0 },
    answer: delivered,
  },
  downloadStatement: { input: { meeting, statement } },
  removeStatement: { input: { meeting, statement } },
  changeFloor: { input: { meeting, entry, body: { state: "speaking" } }, answer: open },
};
