import { z } from "zod";
import { anyFile } from "../operation.ts";
import { operation } from "../operation-of.ts";
import { DelegationCode, FileFacts, Id, Instant } from "../shapes.ts";
import { Redline } from "./redline.ts";
import { Room } from "./room-of-round.ts";

export const CompilationView = z
  .object({
    id: Id,
    round: Id,
    number: z.int().min(1),
    state: z.enum(["waiting", "built", "failed", "released"]),
    askedBy: z.string(),
    askedAt: Instant,
    builtAt: Instant.nullable(),
    failure: z.string().nullable(),
    submissions: z.array(z.object({ delegation: DelegationCode, submission: Id, number: z.int(), late: z.boolean() })),
    counts: z.object({ passages: z.int(), proposals: z.int(), comments: z.int(), notices: z.int() }).nullable(),
    released: z.object({ by: z.string(), at: Instant }).nullable(),
    files: z.array(z.object({ format: z.string(), file: FileFacts })),
    may: z.array(z.enum(["release"])),
  })
  .meta({ id: "Compilation" });

export const StandingEnd = z
  .object({
    passage: z.string(),
    citation: z.string(),
    base: z.string(),
    wording: z.string(),
    redline: Redline.describe("From the base wording to the proposed one"),
    before: z.string().describe("The words of the paragraph before it, cut short"),
    after: z.string(),
    with: z.array(DelegationCode).describe("Others who propose the same"),
    rivals: z.array(z.object({ wording: z.string(), delegations: z.array(DelegationCode) })),
    reasons: z.array(z.string()).describe("One's own comments there, each with its paragraphs on lines"),
  })
  .meta({ id: "StandingEnd" });

export const Standing = z
  .object({
    compilation: z
      .object({ id: Id, number: z.int() })
      .nullable()
      .describe("The newest one released; `null` without one"),
    proposals: z
      .array(
        StandingEnd.extend({
          movedTo: StandingEnd.nullable().describe("Where the words go, if they are moved: one proposal with two ends"),
        }),
      )
      .describe("In the order of the text"),
    formatting: z.array(
      z.object({
        citation: z.string(),
        text: z.string(),
        change: z.string().describe("In English"),
        with: z.array(DelegationCode),
      }),
    ),
    comments: z
      .array(
        z.object({
          passage: z.string().nullable(),
          citation: z.string(),
          about: z.string().describe("The words that it is about"),
          paragraphs: z.array(z.string()),
        }),
      )
      .describe("One's own comments that are no reason of a proposal of one's own"),
  })
  .meta({ id: "Standing" });

const Round = z.object({ round: Id });
const Compilation = z.object({ compilation: Id });

/** The document is of the shape of docs/reference/compilation.schema.json. */
const CompilationPart = z
  .object({ part: z.int(), parts: z.int().min(1), document: z.unknown() })
  .meta({ id: "CompilationPart" });

export const compilationsOperations = {
  listCompilations: operation("GET", "/rounds/{round}/compilations", {
    summary: "The compilations of a round that one may see, the newest first",
    parameters: Round,
    answer: z.array(CompilationView),
  }),
  askForCompilation: operation("POST", "/rounds/{round}/compilations", {
    summary: "Have the submissions compiled as they stand now",
    description:
      "It is built by a job: read it again until its state is `built` or `failed`, or listen to the live events.",
    parameters: Round,
    answer: CompilationView,
    problems: ["not-now"],
  }),
  readCompilation: operation("GET", "/compilations/{compilation}", {
    summary: "How a compilation stands",
    parameters: Compilation,
    answer: CompilationView,
  }),
  readCompilationPart: operation("GET", "/compilations/{compilation}/parts/{part}", {
    summary: "A stretch of a compilation, with what is proposed for it",
    description: "The first part, 0, names the delegations and all stories; `parts` says how many there are.",
    parameters: Compilation.extend({ part: z.coerce.number().int().min(0).max(10_000) }),
    answer: CompilationPart,
  }),
  downloadCompilation: operation("GET", "/compilations/{compilation}/files/{format}", {
    summary: "A compilation in one of its formats",
    description:
      "`files` of the compilation lists the formats: tracked, rolling, table, html, traceability, notation, json, receipts.",
    parameters: Compilation.extend({ format: z.string().max(40) }),
    answer: anyFile,
  }),
  release: operation("POST", "/compilations/{compilation}/release", {
    summary: "Release a compilation to the audience of its round",
    description: "Possible once the round has closed. Those asked are told by e-mail.",
    parameters: Compilation,
    answer: CompilationView,
    problems: ["not-now"],
  }),
  readStanding: operation("GET", "/rounds/{round}/rooms/{delegation}/standing", {
    summary: "What the delegation proposed, and where it stands in the compilation that was released",
    parameters: Room,
    answer: Standing,
  }),
} as const;

export type CompilationView = z.output<typeof CompilationView>;
export type Standing = z.output<typeof Standing>;
export type StandingEnd = z.output<typeof StandingEnd>;
