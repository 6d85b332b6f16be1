import { z } from "zod";
import { operation } from "../operation-of.ts";
import { DelegationView } from "../people.ts";
import { DelegationCode, Id, Instant, Version } from "../shapes.ts";
import { DecisionView } from "./decisions.ts";
import { Negotiation, PassageId } from "./of-compilation.ts";

const Redline = z.array(z.object({ kind: z.enum(["kept", "deleted", "inserted"]), text: z.string() }));

export const TabledView = z
  .object({
    id: Id,
    passage: PassageId,
    words: z.string(),
    redline: Redline.describe("The words against those of the base"),
    by: DelegationCode.nullable().describe("`null` for the chair, whatever it came from"),
    at: Instant,
  })
  .meta({ id: "TabledWording" });

/** What is not agreed is in brackets; this says what is done about it. */
const BracketFields = {
  state: z.enum(["open", "parked", "small group"]),
  group: z.string().trim().max(200).describe("The small group, by its name or its members"),
  dependsOn: PassageId.nullable().describe("The passage whose outcome it waits for"),
  note: z.string().trim().max(5_000),
};

export const BracketView = z.object({ ...BracketFields, version: Version }).meta({ id: "Bracket" });

/** What was said of a passage, which changes while it is negotiated. What was proposed for it does not. */
const PassageProgress = {
  tabled: z.array(TabledView).describe("Wordings beside the proposals, the oldest first"),
  decision: DecisionView.nullable().describe("The one that holds"),
  amended: Redline.nullable().describe("With a decision `as amended`: its words against those of the base"),
  bracket: BracketView,
};

/** A passage as it stands now, told to whoever follows. */
export const PassageStanding = z.object({ id: PassageId, ...PassageProgress }).meta({ id: "PassageStanding" });

export const NegotiatedPassage = z
  .object({
    id: PassageId,
    citation: z.string(),
    paragraph: Id.nullable().describe(
      "The permanent identifier of the paragraph that it begins in, or is inserted after; `null` outside the body",
    ),
    row: z
      .int()
      .nullable()
      .describe(
        "The row of the draft's content that holds that paragraph, by which it is under a heading of its outline",
      ),
    base: z.string(),
    before: z
      .string()
      .describe("The words of the paragraph before it, cut short; between paragraphs, those of the paragraph above it"),
    after: z.string(),
    keptWhole: z
      .boolean()
      .describe("True where it holds more than words, such as a field: then no other words can be written for it"),
    proposals: z.array(
      z.object({
        wording: z.string(),
        redline: Redline,
        delegations: z.array(DelegationCode),
        moves: z
          .array(z.object({ direction: z.enum(["to", "from"]), passage: PassageId }))
          .describe("Passages at the other ends of what they move: a move is decided at both"),
        column: z
          .array(PassageId)
          .describe("The other rows of a column that it inserts or takes out: a column is decided in all of them"),
      }),
    ),
    ...PassageProgress,
  })
  .meta({ id: "NegotiatedPassage" });

export const NegotiationView = z
  .object({
    compilation: Id,
    workspace: Id,
    round: z.object({ id: Id, title: z.string(), timeZone: z.string() }),
    text: z.object({ id: Id, title: z.string() }),
    draft: z.object({ id: Id, number: z.int(), symbol: z.string() }),
    delegations: z.array(DelegationView),
    mine: z.array(DelegationCode).describe("Delegations for which one may take positions"),
    passages: z.array(NegotiatedPassage).describe("In the order of the text"),
    nextDraft: Id.nullable().describe("The draft that was made of it"),
    carriedRound: Id.nullable().describe("The round that holds what was carried to it; `null` where nothing was"),
    may: z.array(z.enum(["decide", "table for the chair", "consult as the chair", "make the next draft"])),
  })
  .meta({ id: "Negotiation" });

export const passagesOperations = {
  readNegotiation: operation("GET", "/compilations/{compilation}/negotiation", {
    summary: "The passages of a compilation that was released, with what was tabled and decided",
    parameters: Negotiation,
    answer: NegotiationView,
  }),
  tableWording: operation("POST", "/compilations/{compilation}/tabled", {
    summary: "Put another wording for a passage on the table, for one's delegation or as the chair",
    parameters: Negotiation,
    body: z.object({
      passage: PassageId,
      words: z
        .string()
        .max(20_000)
        .describe("The whole passage; paragraphs parted by line breaks; empty to take it out"),
      delegation: DelegationCode.nullable().describe("`null` as the chair"),
    }),
    answer: TabledView,
    problems: ["not-now", "not-valid"],
  }),
  setBracket: operation("PUT", "/compilations/{compilation}/brackets", {
    summary: "Say what is done about a passage that is not agreed",
    parameters: Negotiation,
    body: z.object({ passage: PassageId, ...BracketFields, version: Version }),
    answer: BracketView,
    problems: ["changed-meanwhile", "not-valid"],
  }),
} as const;

export type TabledView = z.output<typeof TabledView>;
export type BracketView = z.output<typeof BracketView>;
export type PassageStanding = z.output<typeof PassageStanding>;
export type NegotiatedPassage = z.output<typeof NegotiatedPassage>;
export type NegotiationView = z.output<typeof NegotiationView>;
