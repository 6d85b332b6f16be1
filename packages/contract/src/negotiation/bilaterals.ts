import { z } from "zod";
import { operation } from "../operation-of.ts";
import { DelegationCode, Id, Instant } from "../shapes.ts";
import { Negotiation, PassageId } from "./of-compilation.ts";
import { TabledView } from "./passages.ts";

/** As whom one speaks: for a delegation, or as the chair. */
const Speaker = DelegationCode.nullable().describe("`null` for the chair");

const BilateralNote = z
  .object({
    id: Id,
    speaker: Speaker,
    passage: PassageId.nullable(),
    kind: z.enum(["note", "wording"]),
    words: z.string(),
    at: Instant,
    tabled: Id.nullable().describe("The wording by the Chair that came of it"),
  })
  .meta({ id: "BilateralNote" });

export const BilateralView = z
  .object({
    id: Id,
    compilation: Id,
    title: z.string(),
    passages: z.array(PassageId),
    delegations: z.array(DelegationCode),
    withChair: z.boolean(),
    openedBy: Speaker,
    openedAt: Instant,
    closedAt: Instant.nullable(),
    notes: z.array(BilateralNote).describe("The oldest first"),
    mine: z.array(Speaker).describe("As whom one may speak in it"),
    may: z.array(z.enum(["speak", "promote", "close"])),
  })
  .meta({ id: "BilateralConsultation" });

const Bilateral = z.object({ bilateral: Id });

export const bilateralsOperations = {
  listBilaterals: operation("GET", "/compilations/{compilation}/bilaterals", {
    summary: "The bilateral consultations in which one takes part, the newest first",
    parameters: Negotiation,
    answer: z.array(BilateralView),
  }),
  openBilateral: operation("POST", "/compilations/{compilation}/bilaterals", {
    summary: "Consult with some delegations alone: nobody else learns that it takes place",
    description: "Who takes part stays as it is: for another circle, open another consultation.",
    parameters: Negotiation,
    body: z.object({
      title: z.string().trim().min(1).max(200),
      passages: z.array(PassageId).max(2_000).default([]),
      speaker: Speaker,
      with: z.array(DelegationCode).max(100).default([]),
      withChair: z.boolean().default(false),
    }),
    answer: BilateralView,
    problems: ["not-now"],
  }),
  readBilateral: operation("GET", "/bilaterals/{bilateral}", {
    summary: "A bilateral consultation with everything that was said in it",
    parameters: Bilateral,
    answer: BilateralView,
  }),
  addBilateralNote: operation("POST", "/bilaterals/{bilateral}/notes", {
    summary: "Say something, or propose a wording, to those who take part",
    parameters: Bilateral,
    body: z.object({
      speaker: Speaker,
      passage: PassageId.nullable().default(null),
      kind: z.enum(["note", "wording"]).default("note"),
      words: z.string().trim().min(1).max(20_000),
    }),
    answer: BilateralView,
    problems: ["not-now"],
  }),
  closeBilateral: operation("POST", "/bilaterals/{bilateral}/closing", {
    summary: "Close a bilateral consultation",
    parameters: Bilateral,
    answer: BilateralView,
    problems: ["not-now"],
  }),
  promoteWording: operation("POST", "/bilaterals/{bilateral}/notes/{note}/promotion", {
    summary: "Put a wording that came out of it on the table as the Chair's, naming nobody",
    parameters: Bilateral.extend({ note: Id }),
    answer: TabledView,
    problems: ["not-now", "already-exists"],
  }),
} as const;

export type BilateralView = z.output<typeof BilateralView>;
