import type { DecisionView } from "../../negotiation/decisions.ts";
import type { TabledView } from "../../negotiation/passages.ts";
import type { PositionView } from "../../negotiation/positions.ts";
import type { negotiationOperations } from "../../negotiation.ts";
import { bilateralsExamples } from "./bilaterals.ts";
import { ankervale, brindovar, compilation, draft, head, round, secretary, text, workspace } from "./cast.ts";
import type { Examples } from "./example.ts";
import { meeting, meetingsExamples } from "./meetings.ts";

const passage = "body/17";

const position: PositionView = {
  id: "c2v9n4k7d1s6x3qh",
  passage,
  about: { kind: "proposal", proposal: 0 },
  delegation: "XBB",
  stance: "can accept",
  reason: "Twice a year is what our authorities do already.",
  onBehalfOf: [],
  inAlignment: [],
  readership: "audience",
  reasonReadership: "audience",
  by: head.name,
  at: "2026-03-10T10:05:00.000Z",
  holds: true,
};

const tabled: TabledView = {
  id: "z5r8m1b4w7f0t2gk",
  passage,
  words: "at least once",
  redline: [
    { kind: "inserted", text: "at least " },
    { kind: "kept", text: "once" },
  ],
  by: null,
  at: "2026-03-10T10:12:00.000Z",
};

const decision: DecisionView = {
  id: "j3x6q9v2c5n8h1ys",
  passage,
  ruling: { kind: "as tabled", tabled: tabled.id },
  note: "",
  adReferendumUntil: "2026-03-17T17:00:00.000Z",
  by: secretary.name,
  at: "2026-03-10T10:20:00.000Z",
  undoneAt: null,
  undoUntil: "2026-03-10T10:20:10.000Z",
  holds: true,
};

const bracket = { state: "open", group: "", dependsOn: null, note: "", version: 1 } as const;

export const negotiationExamples: Examples<typeof negotiationOperations> = {
  readNegotiation: {
    input: { compilation },
    answer: {
      compilation,
      workspace,
      round: { id: round, title: "First round", timeZone: "Europe/Vienna" },
      text: { id: text, title: "Guide" },
      draft: { id: draft, number: 2, symbol: "FSC.DEL/99/26/Rev.1" },
      delegations: [ankervale, brindovar],
      mine: [],
      passages: [
        {
          id: passage,
          citation: "Part II, para. 14",
          paragraph: "q7c2m9x4v1k8s5hd",
          base: "once",
          before: "States report ",
          after: " a year.",
          row: 14,
          keptWhole: false,
          proposals: [
            {
              wording: "twice",
              redline: [
                { kind: "deleted", text: "once" },
                { kind: "inserted", text: "twice" },
              ],
              delegations: ["XAA"],
              moves: [],
              column: [],
            },
          ],
          tabled: [tabled],
          decision,
          amended: null,
          bracket,
        },
      ],
      nextDraft: null,
      carriedRound: null,
      may: ["decide", "table for the chair", "make the next draft"],
    },
  },
  tableWording: {
    input: { compilation, body: { passage, words: tabled.words, delegation: null } },
    answer: tabled,
  },
  setBracket: {
    input: {
      compilation,
      body: { passage, ...bracket, state: "small group", group: "Ankervale, Brindovar", note: "Back on Thursday." },
    },
    answer: { ...bracket, state: "small group", group: "Ankervale, Brindovar", note: "Back on Thursday.", version: 2 },
  },
  listPositions: { input: { compilation, passage }, answer: [position] },
  takePosition: {
    input: {
      compilation,
      body: {
        delegation: "XBB",
        passage,
        about: { kind: "proposal", proposal: 0 },
        stance: "can accept",
        reason: position.reason ?? "",
      },
    },
    answer: position,
  },
  listDecisions: { input: { compilation }, answer: [decision] },
  recordDecision: {
    input: {
      compilation,
      body: { passage, ruling: decision.ruling, adReferendumUntil: decision.adReferendumUntil, after: null },
    },
    answer: decision,
  },
  undoDecision: {
    input: { decision: decision.id },
    answer: { ...decision, undoneAt: "2026-03-10T10:20:06.000Z", holds: false },
  },
  ...meetingsExamples,
  ...bilateralsExamples,
  makeNextDraft: {
    input: { compilation, body: { namesInBrackets: false } },
    answer: { draft, carriedRound: round, leftOver: [], untrackable: [], fallen: [] },
  },
  readParagraphHistory: {
    input: { paragraph: "q7c2m9x4v1k8s5hd" },
    answer: [
      {
        compilation,
        round: { id: round, title: "Second round" },
        draft: { id: draft, number: 2, symbol: "FSC.DEL/99/26/Rev.1" },
        releasedAt: "2026-03-02T09:00:00.000Z",
        passages: [
          {
            id: passage,
            citation: "Part II, para. 14",
            base: "once",
            proposals: [
              {
                wording: "twice",
                redline: [
                  { kind: "deleted", text: "once" },
                  { kind: "inserted", text: "twice" },
                ],
                delegations: ["XAA"],
                became: "fallen",
                reason: "other-adopted",
              },
            ],
            tabled: [tabled],
            decisions: [decision],
          },
        ],
      },
    ],
  },
  downloadTraceability: { input: { compilation, language: "fr" } },
  downloadTraceabilityTable: { input: { compilation } },
  downloadReport: { input: { meeting, language: "es" } },
  readOutcomes: {
    input: { compilation },
    answer: {
      wordings: [
        {
          passage,
          citation: "Part II, para. 14",
          base: "once",
          wording: "twice",
          onTable: null,
          by: ["XAA"],
          became: "fallen",
          reason: "other-adopted",
          note: "",
        },
        {
          passage,
          citation: "Part II, para. 14",
          base: "once",
          wording: tabled.words,
          onTable: tabled.id,
          by: [null],
          became: "adopted",
          reason: null,
          note: "",
        },
      ],
      leftOver: ["Part IV, para. 30: XBB proposes to delete the table."],
      untrackable: [{ what: "formatting", citation: "Part II, para. 15", delegations: ["XCC"] }],
      fallen: [
        {
          what: "comment",
          why: "no-place",
          delegation: "XBB",
          citation: "Part V, para. 41",
          text: "Where does this come from?",
          change: "",
        },
      ],
    },
  },
};
