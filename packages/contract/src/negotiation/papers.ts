import { z } from "zod";
import { anyFile, wordFile } from "../operation.ts";
import { operation } from "../operation-of.ts";
import { Id, InterfaceLanguage } from "../shapes.ts";
import { Negotiation } from "./of-compilation.ts";

const Written = z.object({
  language: InterfaceLanguage.default("en").describe("Of the paper's own words; what is proposed stays as it is"),
});

export const papersOperations = {
  downloadTraceability: operation("GET", "/compilations/{compilation}/traceability", {
    summary: "For each paragraph who proposed what, what became of it and why, as a Word file",
    description: "What is decided so far; once the next draft was made, what became of every proposal in it.",
    parameters: Negotiation,
    query: Written,
    answer: wordFile,
  }),
  downloadTraceabilityTable: operation("GET", "/compilations/{compilation}/traceability/table", {
    summary: "The same as a table for spreadsheets (CSV)",
    parameters: Negotiation,
    query: Written,
    answer: anyFile,
  }),
  downloadReport: operation("GET", "/meetings/{meeting}/report", {
    summary: "A draft of the report of a meeting, as a Word file to edit: for those who lead it",
    description:
      "From the agenda, the list of speakers, what was decided and what delegations said in the meeting to everybody who follows it. Nothing in it is for fewer readers.",
    parameters: z.object({ meeting: Id }),
    query: Written,
    answer: wordFile,
    problems: ["not-now"],
  }),
} as const;
