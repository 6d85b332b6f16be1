import { z } from "zod";
import { operation } from "../operation-of.ts";
import { DelegationCode, Id } from "../shapes.ts";
import { Negotiation, PassageId } from "./of-compilation.ts";

const NextDraftBody = z.object({
  namesInBrackets: z.boolean().default(true).describe("Whether brackets name who proposes each wording"),
  changesBy: z.enum(["chair", "delegations"]).default("chair").describe("Whom the tracked changes name as author"),
  undecided: z
    .enum(["carried", "bracketed"])
    .default("carried")
    .describe("Passages without a decision: proposed again for the next draft, or printed in brackets"),
});

/** What the next draft does not have as it was proposed or decided. */
const LeftOut = {
  leftOver: z
    .array(z.string())
    .describe(
      "In English: what brackets cannot show, moved words that the draft has at neither end or at both, columns that it has in some rows",
    ),
  untrackable: z
    .array(
      z.object({
        what: z.enum(["wording", "formatting"]),
        citation: z.string(),
        delegations: z.array(DelegationCode).describe("Whose it is; empty for words that the chair decided"),
      }),
    )
    .describe("What was decided and no tracked change of Word can hold: it is not in the draft"),
  fallen: z
    .array(
      z.object({
        what: z.enum(["wording", "formatting", "comment"]),
        why: z.enum(["no-place", "untrackable"]),
        delegation: DelegationCode,
        citation: z.string(),
        text: z.string().describe("The comment, or the words whose formatting it is; paragraphs on lines"),
        change: z.string().describe("The formatting, in English; empty for what is none"),
      }),
    )
    .describe("Comments and changes of formatting that are not carried, for their place is gone or cannot be tracked"),
};

const NextDraftView = z
  .object({
    draft: Id,
    carriedRound: Id.nullable().describe("The round that holds what was carried; `null` where nothing was"),
    ...LeftOut,
  })
  .meta({ id: "NextDraft" });

/** What became of a wording that delegations proposed, or that was put on the table. */
export const WordingOutcome = z
  .object({
    passage: PassageId,
    citation: z.string(),
    base: z.string(),
    wording: z.string(),
    onTable: Id.nullable().describe("The wording that was put on the table; `null` for a proposal"),
    by: z
      .array(DelegationCode.nullable())
      .describe("Who proposed it or put it on the table; `null` for the chair, whatever it came from"),
    became: z.enum(["adopted", "bracketed", "carried", "fallen"]),
    reason: z
      .enum(["base-kept", "other-adopted", "amended", "place-gone", "no-place", "only-tabled"])
      .nullable()
      .describe("Why it fell; `only-tabled`: nothing was agreed, and only proposals are carried or put in brackets"),
    note: z.string().describe("What the chair noted with the decision"),
  })
  .meta({ id: "WordingOutcome" });

const Outcomes = z
  .object({
    wordings: z
      .array(WordingOutcome)
      .describe("In the order of the text; of each passage the proposals, then what was put on the table"),
    ...LeftOut,
  })
  .meta({ id: "Outcomes" });

export const nextDraftOperations = {
  makeNextDraft: operation("POST", "/compilations/{compilation}/next-draft", {
    summary: "Write the next draft from the decisions, and carry to it what is open",
    parameters: Negotiation,
    body: NextDraftBody,
    answer: NextDraftView,
    problems: ["already-exists", "not-now", "file-not-read"],
  }),
  readOutcomes: operation("GET", "/compilations/{compilation}/outcomes", {
    summary:
      "What became of every proposal and every wording on the table in the next draft, and why; and what is left out of it",
    parameters: Negotiation,
    answer: Outcomes,
  }),
} as const;

export type NextDraftBody = z.output<typeof NextDraftBody>;
export type Outcomes = z.output<typeof Outcomes>;
export type NextDraftView = z.output<typeof NextDraftView>;
export type WordingOutcome = z.output<typeof WordingOutcome>;
