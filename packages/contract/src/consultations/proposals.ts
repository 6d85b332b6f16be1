import { z } from "zod";
import { operation } from "../operation-of.ts";
import { Id, Instant, Version } from "../shapes.ts";
import { Room } from "./room-of-round.ts";

/** Emphasis as the engine tells it: any of `b`, `i`, `u`, `s`, in this order. */
const Piece = z.union([
  z.object({
    text: z.string().max(20_000),
    emphasis: z
      .string()
      .regex(/^b?i?u?s?$/)
      .default(""),
  }),
  z.object({ atom: z.int().min(0).describe("Something kept whole, such as an image: its position in the story") }),
]);

const NewParagraph = z.array(Piece).max(2_000);

/** What a delegation proposes for one paragraph of the draft. */
export const ProposedChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("replace"), paragraphs: z.array(NewParagraph).min(1).max(50) }),
  z.object({ kind: z.literal("delete") }),
  z.object({ kind: z.literal("insert after"), paragraphs: z.array(NewParagraph).min(1).max(50) }),
]);

export const WebProposal = z
  .object({
    id: Id,
    story: z.string(),
    at: z.int().describe("Where the paragraph begins in its story, in tokens of the draft"),
    paragraph: Id.nullable(),
    citation: z.string().describe("Of the paragraph; of a new one, as “after para. 12”"),
    change: ProposedChange,
    reason: z.string(),
    by: z.string().describe("Who made it, or changed it last"),
    mine: z.boolean().describe("Whether that is who asks"),
    changedAt: Instant,
    version: Version,
  })
  .meta({ id: "WebProposal" });

const Proposal = Room.extend({ proposal: Id });

const ProposalBody = z.object({
  story: z.string().max(40),
  at: z.int().min(0),
  change: ProposedChange,
  reason: z.string().trim().max(5_000).default(""),
});

export const proposalsOperations = {
  addProposal: operation("POST", "/rounds/{round}/rooms/{delegation}/proposals", {
    summary: "Propose a change of one paragraph",
    description:
      "Each person has one wording for a paragraph, and one of what follows it; others may propose theirs beside.",
    parameters: Room,
    body: ProposalBody,
    answer: WebProposal,
    problems: ["already-exists", "not-now"],
  }),
  changeProposal: operation("PUT", "/rounds/{round}/rooms/{delegation}/proposals/{proposal}", {
    summary: "Change a proposal",
    parameters: Proposal,
    body: ProposalBody.pick({ change: true, reason: true }).extend({ version: Version }),
    answer: WebProposal,
    problems: ["changed-meanwhile", "already-exists", "not-now"],
  }),
  removeProposal: operation("DELETE", "/rounds/{round}/rooms/{delegation}/proposals/{proposal}", {
    summary: "Take a proposal out of the room",
    parameters: Proposal,
    query: z.object({ version: z.coerce.number().int().min(1) }),
    answer: null,
    problems: ["changed-meanwhile", "not-now"],
  }),
} as const;

export type ProposedChange = z.output<typeof ProposedChange>;
export type WebProposal = z.output<typeof WebProposal>;
