import { z } from "zod";
import { wordFile } from "./operation.ts";
import { operation } from "./operation-of.ts";
import { DelegationCode, Distribution, DocumentSymbol, FileFacts, Id, Instant, Version } from "./shapes.ts";

const TextFields = {
  title: z.string().trim().min(1).max(300),
  body: z.string().trim().max(100).describe("The body in which it is negotiated: `FSC`"),
  symbol: DocumentSymbol.or(z.literal("")).describe("Its series of symbols: `FSC.DEL/65/21`; drafts add `/Rev.1`"),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .min(1)
    .describe("ISO 639 codes; the first is the language of the original"),
  distribution: Distribution,
  audience: z
    .array(DelegationCode)
    .nullable()
    .describe("The Group of Friends to which it goes; `null` for all delegations of the workspace"),
};

export const TextFacts = z.object({
  ...TextFields,
  body: TextFields.body.default(""),
  symbol: TextFields.symbol.default(""),
  languages: TextFields.languages.default(["en"]),
  audience: TextFields.audience.default(null),
});

/** Without defaults: what is not given stays as it is. */
const TextChange = z.object(TextFields).partial().extend({ version: Version });

export const DraftSummary = z
  .object({
    id: Id,
    number: z.int().min(1).describe("1 for the first draft"),
    symbol: z.string(),
    language: z.string(),
    file: FileFacts.describe("As it was uploaded, but with our bookmarks, so that it comes home well"),
    tracked: FileFacts.nullable().describe(
      "With tracked changes against the draft before, where it was made from that; else `null`",
    ),
    createdAt: Instant,
    paragraphs: z.int(),
  })
  .meta({ id: "DraftSummary" });

export const TextView = TextFacts.extend({
  id: Id,
  workspace: Id,
  version: Version,
  createdAt: Instant,
  drafts: z.array(DraftSummary).describe("The newest first"),
  may: z.array(z.enum(["change", "add draft", "open round"])),
}).meta({ id: "Text" });

export const DraftView = DraftSummary.extend({
  text: z.object({ id: Id, title: z.string(), distribution: Distribution, workspace: Id }),
  outline: z.array(
    z.object({
      row: z.int().describe("The row of the content that it heads"),
      level: z.int().min(0).max(8),
      label: z.string(),
      text: z.string(),
      paragraph: Id.nullable(),
    }),
  ),
  rows: z.int().describe("How many rows the content has"),
  notices: z.array(z.string()),
}).meta({ id: "Draft" });

/** Blocks as the engine tells them in `CompilationDocument`; see docs/reference/compilation.schema.json. */
export const ContentRow = z
  .object({ row: z.int(), story: z.string(), kind: z.string(), block: z.unknown() })
  .meta({ id: "ContentRow" });

export const ParagraphView = z
  .object({
    id: Id,
    text: z.object({ id: Id, title: z.string() }),
    drafts: z
      .array(
        z.object({
          draft: Id,
          number: z.int(),
          symbol: z.string(),
          citation: z.string(),
          wording: z.string(),
          row: z.int(),
        }),
      )
      .describe("Where it stands in each draft that has it, the newest first"),
  })
  .meta({ id: "Paragraph" });

export const SearchHit = z
  .object({
    kind: z.enum(["text", "paragraph", "proposal", "round", "delegation"]),
    text: z.object({ id: Id, title: z.string() }).nullable().describe("`null` for a delegation"),
    draft: Id.nullable(),
    paragraph: Id.nullable(),
    round: Id.nullable(),
    compilation: Id.nullable(),
    passage: z.string().nullable().describe("Of the compilation, for a proposal"),
    delegations: z.array(DelegationCode).describe("Who proposes it, for a proposal; for a delegation, its code"),
    citation: z.string().describe("What it is called: of a round its title, of a delegation its name"),
    excerpt: z.array(
      z.object({ text: z.string(), found: z.boolean().describe("True for the words that were looked for") }),
    ),
  })
  .meta({ id: "SearchHit" });

const Text = z.object({ text: Id });
const Draft = z.object({ draft: Id });

export const textsOperations = {
  listTexts: operation("GET", "/workspaces/{workspace}/texts", {
    summary: "The texts of a workspace that one may read",
    parameters: z.object({ workspace: Id }),
    answer: z.array(TextView),
  }),
  createText: operation("POST", "/workspaces/{workspace}/texts", {
    summary: "Begin a text, without a draft yet",
    parameters: z.object({ workspace: Id }),
    body: TextFacts,
    answer: TextView,
  }),
  readText: operation("GET", "/texts/{text}", {
    summary: "A text with its drafts",
    parameters: Text,
    answer: TextView,
  }),
  changeText: operation("PATCH", "/texts/{text}", {
    summary: "Change what is said of a text: title, symbol, languages, distribution, audience",
    parameters: Text,
    body: TextChange,
    answer: TextView,
    problems: ["changed-meanwhile"],
  }),
  addDraft: operation("POST", "/texts/{text}/drafts", {
    summary: "Upload the next draft as a Word file",
    description:
      "The file is kept with bookmarks of ours in it, which carry the permanent identifiers of its paragraphs.",
    parameters: Text,
    query: z.object({
      name: z.string().min(1).max(200).describe("The file's name"),
      symbol: DocumentSymbol.optional().describe("Where it is not the series and `/Rev.n`"),
      language: z
        .string()
        .regex(/^[a-z]{2,3}$/)
        .optional(),
    }),
    body: wordFile,
    answer: DraftView,
    problems: ["file-not-read", "too-large", "already-exists"],
  }),
  readDraft: operation("GET", "/drafts/{draft}", {
    summary: "A draft: its outline and what is known of its file",
    parameters: Draft,
    answer: DraftView,
  }),
  readDraftContent: operation("GET", "/drafts/{draft}/content", {
    summary: "Rows of a draft's content: paragraphs and tables, in order, notes after the body",
    parameters: Draft,
    query: z.object({
      from: z.coerce.number().int().min(0).default(0),
      count: z.coerce.number().int().min(1).max(2000).default(200),
    }),
    answer: z.object({ rows: z.array(ContentRow), all: z.int() }),
  }),
  downloadDraft: operation("GET", "/drafts/{draft}/file", {
    summary: "The Word file of a draft, exactly as it was circulated",
    parameters: Draft,
    answer: wordFile,
  }),
  downloadTrackedDraft: operation("GET", "/drafts/{draft}/tracked", {
    summary: "The draft with tracked changes against the draft before it",
    parameters: Draft,
    answer: wordFile,
  }),
  readParagraph: operation("GET", "/paragraphs/{paragraph}", {
    summary: "A paragraph by its permanent identifier, in every draft that has it",
    parameters: z.object({ paragraph: Id }),
    answer: ParagraphView,
  }),
  searchWorkspace: operation("GET", "/workspaces/{workspace}/search", {
    summary: "Texts, paragraphs, rounds, delegations and released proposals that contain these words",
    description:
      "Paragraphs of the newest draft of each text, proposals of the newest compilation released of each round. Of texts, "
      + "rounds and delegations, the words as they stand in a title, a symbol, instructions, a code or a name.",
    parameters: z.object({ workspace: Id }),
    query: z.object({
      words: z.string().trim().min(2).max(200),
      count: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.array(SearchHit),
  }),
} as const;

export type TextFacts = z.output<typeof TextFacts>;
export type TextChange = z.output<typeof TextChange>;
export type TextView = z.output<typeof TextView>;
export type DraftSummary = z.output<typeof DraftSummary>;
export type DraftView = z.output<typeof DraftView>;
export type ContentRow = z.output<typeof ContentRow>;
export type ParagraphView = z.output<typeof ParagraphView>;
export type SearchHit = z.output<typeof SearchHit>;
