import { z } from "zod";
import { operation } from "../operation-of.ts";
import { DelegationCode, Id, Instant, TimeZone, Version } from "../shapes.ts";
import { Negotiation, PassageId } from "./of-compilation.ts";
import { StatementView } from "./statements.ts";

const AgendaItem = z.object({
  title: z.string().trim().min(1).max(200),
  passages: z.array(PassageId).max(2_000).describe("Those that are taken together, in the order of the text"),
});

const MeetingFields = {
  title: z.string().trim().min(1).max(200),
  startsAt: Instant,
  timeZone: TimeZone,
  venue: z.string().trim().max(500),
  agenda: z.array(AgendaItem).max(200),
  participants: z.array(DelegationCode).max(200).describe("Delegations in the room"),
};

const MeetingFacts = z.object({
  ...MeetingFields,
  venue: MeetingFields.venue.default(""),
  agenda: MeetingFields.agenda.default([]),
  participants: MeetingFields.participants.default([]),
});

/** Without defaults: what is not given stays as it is. */
const MeetingChange = z.object(MeetingFields).partial().extend({ version: Version });

const FloorEntry = z
  .object({
    id: Id,
    delegation: DelegationCode,
    passage: PassageId.nullable().describe("On which; `null` for the item as such"),
    askedAt: Instant,
    state: z.enum(["waiting", "speaking", "spoken", "withdrawn"]),
  })
  .meta({ id: "FloorEntry" });

export const MeetingView = MeetingFacts.extend({
  id: Id,
  compilation: Id,
  number: z.int().describe("1 for the first meeting on the compilation"),
  state: z.enum(["planned", "open", "closed"]),
  openedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  place: z
    .object({ item: z.int().min(0), passage: PassageId.nullable() })
    .nullable()
    .describe("Where the meeting is: an item of the agenda by its index, and a passage; `null` before it begins"),
  floor: z.array(FloorEntry).describe("In the order in which they asked"),
  statements: z.array(StatementView).describe("In the order of the agenda, then as they were attached"),
  statementsFor: z
    .array(DelegationCode.nullable())
    .describe("Delegations for which one may attach a statement; `null` among them: the chair and the secretariat"),
  version: Version.describe("Of what was planned: title, time, venue, agenda, participants"),
  mine: z.array(DelegationCode).describe("Delegations for which one may ask for the floor"),
  may: z.array(z.enum(["change", "open", "close", "lead", "report"])),
}).meta({ id: "Meeting" });

/** A meeting as it is told to those who are elsewhere. */
export const MeetingAhead = z
  .object({
    id: Id,
    workspace: Id,
    text: z.object({ id: Id, title: z.string() }),
    title: z.string(),
    state: z.enum(["open", "planned"]),
    startsAt: Instant,
    timeZone: TimeZone,
    venue: z.string(),
  })
  .meta({ id: "MeetingAhead" });

const Meeting = z.object({ meeting: Id });

export const meetingsOperations = {
  listMeetings: operation("GET", "/compilations/{compilation}/meetings", {
    summary: "The meetings on a compilation, the newest first",
    parameters: Negotiation,
    answer: z.array(MeetingView),
  }),
  listMeetingsAhead: operation("GET", "/meetings", {
    summary: "The meetings of one's workspaces that are in session, then those to come, the next first",
    description: "One that nobody has opened by a day after it was to begin is no longer among them.",
    answer: z.array(MeetingAhead),
  }),
  createMeeting: operation("POST", "/compilations/{compilation}/meetings", {
    summary: "Plan a meeting on the passages of a compilation",
    parameters: Negotiation,
    body: MeetingFacts,
    answer: MeetingView,
    problems: ["not-now"],
  }),
  readMeeting: operation("GET", "/meetings/{meeting}", {
    summary: "A meeting: what is planned, where it is, who waits for the floor",
    parameters: Meeting,
    answer: MeetingView,
  }),
  changeMeeting: operation("PATCH", "/meetings/{meeting}", {
    summary: "Change what is planned of a meeting, before or while it goes on",
    parameters: Meeting,
    body: MeetingChange,
    answer: MeetingView,
    problems: ["changed-meanwhile", "not-now"],
  }),
  openMeeting: operation("POST", "/meetings/{meeting}/opening", {
    summary: "Open the meeting: it is then at its first item",
    parameters: Meeting,
    answer: MeetingView,
    problems: ["not-now"],
  }),
  closeMeeting: operation("POST", "/meetings/{meeting}/closing", {
    summary: "Close the meeting",
    parameters: Meeting,
    answer: MeetingView,
    problems: ["not-now"],
  }),
  goTo: operation("PUT", "/meetings/{meeting}/place", {
    summary: "Go on to an item of the agenda or a passage of it: every screen follows",
    parameters: Meeting,
    body: z.object({ item: z.int().min(0), passage: PassageId.nullable() }),
    answer: MeetingView,
    problems: ["not-now"],
  }),
  askForFloor: operation("POST", "/meetings/{meeting}/floor", {
    summary: "Ask for the floor for one's delegation; the chair may put any delegation on the list",
    parameters: Meeting,
    body: z.object({ delegation: DelegationCode, passage: PassageId.nullable().default(null) }),
    answer: MeetingView,
    problems: ["not-now", "already-exists"],
  }),
  changeFloor: operation("PUT", "/meetings/{meeting}/floor/{entry}", {
    summary: "Give the floor, note that somebody has spoken, or take an entry off the list",
    description: "Whoever has the floor has it alone. A delegation takes its own entry off; the chair does all.",
    parameters: Meeting.extend({ entry: Id }),
    body: z.object({ state: z.enum(["speaking", "spoken", "withdrawn"]) }),
    answer: MeetingView,
    problems: ["not-now"],
  }),
} as const;

export type MeetingAhead = z.output<typeof MeetingAhead>;
export type MeetingView = z.output<typeof MeetingView>;
export type MeetingFacts = z.output<typeof MeetingFacts>;
export type MeetingChange = z.output<typeof MeetingChange>;
