import { z } from "zod";
import { operation } from "../operation-of.ts";
import { DelegationCode, Id, Instant } from "../shapes.ts";
import { Negotiation, PassageId, Readership, Speaking } from "./of-compilation.ts";

const Stance = z.enum(["supports", "can accept", "reserves", "cannot accept", "asks for clarification"]);

/** Of which wording of a passage something is said. */
const About = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("passage") }),
    z.object({ kind: z.literal("proposal"), proposal: z.int().min(0).describe("Its index in the passage") }),
    z.object({ kind: z.literal("tabled"), tabled: Id }),
  ])
  .describe("The passage as such, one of the proposals for it, or a wording that was tabled");

const PositionBody = z.object({
  delegation: DelegationCode,
  passage: PassageId,
  about: About.default({ kind: "passage" }),
  stance: Stance,
  reason: z.string().trim().max(5_000).default(""),
  ...Speaking,
  readership: Readership.default("audience"),
  reasonReadership: Readership.default("audience").describe("Never wider than that of the position"),
});

export const PositionView = z
  .object({
    id: Id,
    passage: PassageId,
    about: About,
    delegation: DelegationCode,
    stance: Stance,
    reason: z.string().nullable().describe("`null` where one may not read it"),
    onBehalfOf: z.array(DelegationCode),
    inAlignment: z.array(DelegationCode),
    readership: Readership,
    reasonReadership: Readership.nullable().describe("For the delegation itself; `null` for all others"),
    by: z.string().nullable().describe("The person, for the delegation itself; `null` for all others"),
    at: Instant,
    holds: z.boolean().describe("False once the delegation said something else of the same wording"),
  })
  .meta({ id: "Position" });

export const positionsOperations = {
  listPositions: operation("GET", "/compilations/{compilation}/positions", {
    summary: "What delegations say of passages and proposals, as far as one may read it, the newest first",
    parameters: Negotiation,
    query: z.object({ passage: PassageId.optional().describe("Only on this passage") }),
    answer: z.array(PositionView),
  }),
  takePosition: operation("POST", "/compilations/{compilation}/positions", {
    summary: "Say what one's delegation can live with",
    description: "An entry is never changed: a new one of the same delegation on the same wording takes its place.",
    parameters: Negotiation,
    body: PositionBody,
    answer: PositionView,
    problems: ["not-now"],
  }),
} as const;

export type PositionView = z.output<typeof PositionView>;
export type PositionBody = z.output<typeof PositionBody>;
