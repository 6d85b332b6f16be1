import type { BilateralView, bilateralsOperations } from "../../negotiation/bilaterals.ts";
import { compilation } from "./cast.ts";
import type { Examples } from "./example.ts";

const bilateral = "q7f2n5w0z3k6c9xd";
const note = "b4t1y8m5h2r9v6js";
const passage = "body/17";

const open: BilateralView = {
  id: bilateral,
  compilation,
  title: "How often States report",
  passages: [passage],
  delegations: ["XAA", "XBB"],
  withChair: true,
  openedBy: null,
  openedAt: "2026-03-10T14:00:00.000Z",
  closedAt: null,
  notes: [
    {
      id: note,
      speaker: "XBB",
      passage,
      kind: "wording",
      words: "at least once",
      at: "2026-03-10T14:20:00.000Z",
      tabled: null,
    },
  ],
  mine: [null],
  may: ["speak", "promote", "close"],
};

export const bilateralsExamples: Examples<typeof bilateralsOperations> = {
  listBilaterals: { input: { compilation }, answer: [open] },
  openBilateral: {
    input: {
      compilation,
      body: { title: open.title, passages: [passage], speaker: null, with: ["XAA", "XBB"], withChair: true },
    },
    answer: { ...open, notes: [] },
  },
  readBilateral: { input: { bilateral }, answer: open },
  addBilateralNote: {
    input: { bilateral, body: { speaker: "XBB", passage, kind: "wording", words: "at least once" } },
    answer: { ...open, mine: ["XBB"], may: ["speak"] },
  },
  closeBilateral: {
    input: { bilateral },
    answer: { ...open, closedAt: "2026-03-10T15:00:00.000Z", mine: [], may: [] },
  },
  promoteWording: {
    input: { bilateral, note },
    answer: {
      id: "z5r8m1b4w7f0t2gk",
      passage,
      words: "at least once",
      redline: [
        { kind: "inserted", text: "at least " },
        { kind: "kept", text: "once" },
      ],
      by: null,
      at: "2026-03-10T14:30:00.000Z",
    },
  },
};
