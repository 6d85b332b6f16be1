import { z } from "zod";
import { operation } from "../operation-of.ts";
import { Id, Instant } from "../shapes.ts";
import { DecisionView } from "./decisions.ts";
import { WordingOutcome } from "./next-draft.ts";
import { NegotiatedPassage } from "./passages.ts";

/** What was proposed and decided on a paragraph in one negotiation. */
const NegotiatedParagraph = z
  .object({
    compilation: Id,
    round: z.object({ id: Id, title: z.string() }),
    draft: z.object({ id: Id, number: z.int(), symbol: z.string() }),
    releasedAt: Instant,
    passages: z.array(
      NegotiatedPassage.pick({ id: true, citation: true, base: true, tabled: true }).extend({
        proposals: z.array(
          NegotiatedPassage.shape.proposals.element.omit({ moves: true, column: true }).extend({
            became: WordingOutcome.shape.became.nullable().describe("In the next draft; `null` before it was made"),
            reason: WordingOutcome.shape.reason,
          }),
        ),
        decisions: z.array(DecisionView).describe("The newest first, those that were undone among them"),
      }),
    ),
  })
  .meta({ id: "NegotiatedParagraph" });

export const historyOperations = {
  readParagraphHistory: operation("GET", "/paragraphs/{paragraph}/history", {
    summary: "Who proposed what for a paragraph, and what was decided, draft by draft",
    description:
      "By the newest compilation that was released of each round, the newest first. A compilation that one may not read is left out.",
    parameters: z.object({ paragraph: Id }),
    answer: z.array(NegotiatedParagraph),
  }),
} as const;

export type NegotiatedParagraph = z.output<typeof NegotiatedParagraph>;
