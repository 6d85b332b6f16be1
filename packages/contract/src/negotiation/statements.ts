import { z } from "zod";
import { anyFile } from "../operation.ts";
import { operation } from "../operation-of.ts";
import { Day, DelegationCode, DocumentSymbol, FileFacts, Id, Instant } from "../shapes.ts";

export const StatementView = z
  .object({
    id: Id,
    delegation: DelegationCode.nullable().describe("`null` for a statement of the chair or the secretariat"),
    symbol: z.string().describe("What it is cited by; empty where it has none"),
    date: Day.describe("The day on which it was delivered, in the time zone of the meeting"),
    item: z.int().min(0).nullable().describe("An item of the agenda by its index; `null` for the meeting as such"),
    file: FileFacts,
    attachedAt: Instant,
    may: z.array(z.enum(["remove"])),
  })
  .meta({ id: "Statement" });

const Meeting = z.object({ meeting: Id });
const Statement = Meeting.extend({ statement: Id });

export const statementsOperations = {
  addStatement: operation("POST", "/meetings/{meeting}/statements", {
    summary: "Attach a statement to a meeting, for one's delegation; who leads the meeting may for any",
    description:
      "A Word, OpenDocument or PDF file, or plain text, before, during or after the meeting. Everybody who follows the meeting may read it.",
    parameters: Meeting,
    query: z.object({
      name: z.string().trim().min(1).max(200).describe("The name of the file, with its ending"),
      delegation: DelegationCode.optional().describe("Left out for a statement of the chair or the secretariat"),
      symbol: DocumentSymbol.optional(),
      date: Day.optional().describe("The day of the meeting if left out"),
      item: z.coerce.number().int().min(0).optional().describe("An item of the agenda by its index"),
    }),
    body: anyFile,
    answer: StatementView,
    problems: ["too-large", "already-exists"],
  }),
  downloadStatement: operation("GET", "/meetings/{meeting}/statements/{statement}", {
    summary: "A statement, as it was attached",
    parameters: Statement,
    answer: anyFile,
  }),
  removeStatement: operation("DELETE", "/meetings/{meeting}/statements/{statement}", {
    summary: "Take a statement off the meeting; the record keeps that it was there",
    parameters: Statement,
    answer: null,
  }),
} as const;

export type StatementView = z.output<typeof StatementView>;
