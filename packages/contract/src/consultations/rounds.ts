import { z } from "zod";
import { operation } from "../operation-of.ts";
import { DelegationView } from "../people.ts";
import { DelegationCode, Id, Instant, TimeZone, Version } from "../shapes.ts";

const RoundFields = {
  title: z.string().trim().min(1).max(200),
  opensAt: Instant,
  closesAt: Instant.describe("The first instant that is late"),
  timeZone: TimeZone.describe("In which the deadline is told"),
  instructions: z.string().trim().max(10_000),
  audience: z.array(DelegationCode).nullable().describe("Who is asked; `null` for the audience of the text"),
  reminders: z
    .array(
      z
        .int()
        .min(1)
        .max(24 * 60),
    )
    .max(5)
    .describe("Hours before the deadline at which those who have not answered are reminded"),
};

const RoundFacts = z.object({
  ...RoundFields,
  instructions: RoundFields.instructions.default(""),
  audience: RoundFields.audience.default(null),
  reminders: RoundFields.reminders.default([72, 24]),
});

/** Without defaults: what is not given stays as it is. */
const RoundChange = z.object(RoundFields).partial().extend({ version: Version });

export const RoundView = RoundFacts.extend({
  id: Id,
  workspace: Id,
  text: z.object({ id: Id, title: z.string() }),
  draft: z.object({ id: Id, number: z.int(), symbol: z.string() }),
  state: z
    .enum(["planned", "open", "closed", "cancelled"])
    .describe("By the server's clock, at the moment of the answer"),
  cancelled: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
  carriedFrom: Id.nullable().describe(
    "The round of which it holds what was left open, proposed for this draft: nobody is asked for more. `null` for a round that asks",
  ),
  version: Version,
  delegations: z.array(DelegationView).describe("Who is asked, by name"),
  mine: z.array(DelegationCode).describe("Delegations asked of which one is a member"),
  may: z.array(
    z.enum([
      "change",
      "cancel",
      "open now",
      "close now",
      "see submissions",
      "enter submission",
      "admit",
      "compile",
      "release",
      "remind",
    ]),
  ),
}).meta({ id: "Round" });

const Round = z.object({ round: Id });
const Reason = z.object({ reason: z.string().trim().min(1).max(1000) });

export const roundsOperations = {
  listRounds: operation("GET", "/texts/{text}/rounds", {
    summary: "The rounds on a text that one may see, the newest first",
    parameters: z.object({ text: Id }),
    answer: z.array(RoundView),
  }),
  listRoundsOfWorkspace: operation("GET", "/workspaces/{workspace}/rounds", {
    summary: "All rounds of a workspace that one may see: the next deadline first, then what is past, the newest first",
    parameters: z.object({ workspace: Id }),
    answer: z.array(RoundView),
  }),
  createRound: operation("POST", "/drafts/{draft}/rounds", {
    summary: "Ask delegations for their comments on a draft, until a deadline",
    description: "It opens and closes by the clock of the server. Those asked get the draft by e-mail when it opens.",
    parameters: z.object({ draft: Id }),
    body: RoundFacts,
    answer: RoundView,
  }),
  readRound: operation("GET", "/rounds/{round}", { summary: "A round", parameters: Round, answer: RoundView }),
  changeRound: operation("PATCH", "/rounds/{round}", {
    summary: "Change a round; a new deadline is told to everybody asked",
    parameters: Round,
    body: RoundChange,
    answer: RoundView,
    problems: ["changed-meanwhile", "not-now"],
  }),
  cancelRound: operation("POST", "/rounds/{round}/cancellation", {
    summary: "Cancel a round that has not opened yet",
    description: "It stays on record and never opens. Those asked are told by e-mail if it had been announced to them.",
    parameters: Round,
    body: Reason,
    answer: RoundView,
    problems: ["not-now"],
  }),
  openRoundNow: operation("POST", "/rounds/{round}/opening", {
    summary: "Open a round at once, before the instant that was planned",
    description: "Everybody asked gets the draft by e-mail.",
    parameters: Round,
    answer: RoundView,
    problems: ["not-now"],
  }),
  closeRoundNow: operation("POST", "/rounds/{round}/closing", {
    summary: "Close an open round at once, before its deadline",
    description: "What comes afterwards is late. Everybody asked is told by e-mail, and a compilation is made.",
    parameters: Round,
    body: Reason,
    answer: RoundView,
    problems: ["not-now"],
  }),
  remind: operation("POST", "/rounds/{round}/reminders", {
    summary: "Remind those who have not answered, now",
    parameters: Round,
    answer: z.object({ reminded: z.array(DelegationCode) }),
    problems: ["not-now"],
  }),
} as const;

export type RoundView = z.output<typeof RoundView>;
export type RoundFacts = z.output<typeof RoundFacts>;
export type RoundChange = z.output<typeof RoundChange>;
