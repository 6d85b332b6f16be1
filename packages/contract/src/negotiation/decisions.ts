import { z } from "zod";
import { operation } from "../operation-of.ts";
import { DelegationCode, Id, Instant } from "../shapes.ts";
import { Negotiation, PassageId } from "./of-compilation.ts";

/** What the chair records of a passage. */
export const Ruling = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("as in the base") }),
  z.object({ kind: z.literal("as proposed"), proposal: z.int().min(0).describe("Its index in the passage") }),
  z.object({ kind: z.literal("as tabled"), tabled: Id }),
  z.object({
    kind: z.literal("as amended"),
    words: z.string().max(20_000).describe("The whole passage; paragraphs parted by line breaks"),
  }),
  z.object({ kind: z.literal("in brackets") }),
  z.object({ kind: z.literal("to bilateral consultation"), with: z.array(DelegationCode).min(1).max(100) }),
  z.object({ kind: z.literal("deferred") }),
]);

export const DecisionView = z
  .object({
    id: Id,
    passage: PassageId,
    ruling: Ruling,
    note: z.string(),
    adReferendumUntil: Instant.nullable().describe("Agreed subject to what capitals answer by then"),
    by: z.string(),
    at: Instant,
    undoneAt: Instant.nullable(),
    undoUntil: Instant.describe("Until then it can be undone"),
    holds: z.boolean().describe("True for the newest decision on the passage that was not undone"),
  })
  .meta({ id: "Decision" });

const DecisionBody = z.object({
  passage: PassageId,
  ruling: Ruling,
  note: z.string().trim().max(5_000).default(""),
  adReferendumUntil: Instant.nullable().default(null),
  after: Id.nullable().describe("The decision on the passage that holds so far, as the chair sees it; `null` for none"),
});

export const decisionsOperations = {
  listDecisions: operation("GET", "/compilations/{compilation}/decisions", {
    summary: "Every decision on passages of the compilation, the newest first",
    parameters: Negotiation,
    answer: z.array(DecisionView),
  }),
  recordDecision: operation("POST", "/compilations/{compilation}/decisions", {
    summary: "Record what was decided on a passage",
    description: "Refused where another decision came between: two chairs cannot contradict each other unseen.",
    parameters: Negotiation,
    body: DecisionBody,
    answer: DecisionView,
    problems: ["changed-meanwhile", "not-now"],
  }),
  undoDecision: operation("POST", "/decisions/{decision}/undo", {
    summary: "Undo a decision within ten seconds; both stay on record",
    parameters: z.object({ decision: Id }),
    answer: DecisionView,
    problems: ["changed-meanwhile", "not-now"],
  }),
} as const;

export type Ruling = z.output<typeof Ruling>;
export type DecisionView = z.output<typeof DecisionView>;
export type DecisionBody = z.output<typeof DecisionBody>;
