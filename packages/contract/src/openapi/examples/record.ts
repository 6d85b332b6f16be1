import type { RecordEntry, recordOperations } from "../../record.ts";
import { ENTRY_SHA256, head, MARKED_UP_SHA256, PREVIOUS_SHA256, round, submission, workspace } from "./cast.ts";
import type { Examples } from "./example.ts";

const ledger = `workspace:${workspace}`;

const submitted: RecordEntry = {
  ledger,
  number: 41,
  at: "2026-03-02T09:31:07.482Z",
  actor: { kind: "person", id: head.id, name: head.name, via: "page" },
  act: "submission.submitted",
  object: { kind: "submission", id: submission },
  before: null,
  after: ENTRY_SHA256,
  detail: { round, delegation: "XAA", number: 1, sha256: MARKED_UP_SHA256, late: false },
  previous: PREVIOUS_SHA256,
  hash: ENTRY_SHA256,
};

export const recordExamples: Examples<typeof recordOperations> = {
  listLedgers: {
    input: { workspace },
    answer: [{ id: ledger, of: "workspace", delegation: null, entries: 41, head: ENTRY_SHA256 }],
  },
  listRecord: {
    input: { ledger, before: 42, count: 1, act: "submission", actor: head.id, object: submission },
    answer: { entries: [submitted], more: true },
  },
  exportRecord: { input: { ledger: `delegation:${workspace}:XAA` } },
};
