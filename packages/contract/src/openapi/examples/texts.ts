import type { DraftSummary, DraftView, TextView, textsOperations } from "../../texts.ts";
import { DRAFT_SHA256, draft, paragraph, TRACKED_SHA256, text, workspace } from "./cast.ts";
import type { Examples } from "./example.ts";

const summary: DraftSummary = {
  id: draft,
  number: 2,
  symbol: "FSC.DEL/99/26/Rev.1",
  language: "en",
  file: { name: "Guide draft 2.docx", sha256: DRAFT_SHA256, bytes: 182_440 },
  tracked: { name: "Guide draft 2 (tracked).docx", sha256: TRACKED_SHA256, bytes: 184_112 },
  createdAt: "2026-02-09T10:12:00.000Z",
  paragraphs: 318,
};

const view: TextView = {
  id: text,
  workspace,
  version: 3,
  title: "Best practice guide on border controls",
  body: "FSC",
  symbol: "FSC.DEL/99/26",
  languages: ["en"],
  distribution: "audience",
  audience: null,
  createdAt: "2026-01-15T11:00:00.000Z",
  drafts: [summary],
  may: ["change", "add draft", "open round"],
};

const whole: DraftView = {
  ...summary,
  text: { id: text, title: view.title, distribution: view.distribution, workspace },
  outline: [{ row: 12, level: 0, label: "II.", text: "Legal framework", paragraph }],
  rows: 341,
  notices: [],
};

export const textsExamples: Examples<typeof textsOperations> = {
  listTexts: { input: { workspace }, answer: [view] },
  createText: {
    input: {
      workspace,
      body: { title: view.title, body: "FSC", symbol: view.symbol, distribution: "audience" },
    },
    answer: { ...view, version: 1, drafts: [] },
  },
  readText: { input: { text }, answer: view },
  changeText: { input: { text, body: { distribution: "participating", version: 3 } }, answer: { ...view, version: 4 } },
  addDraft: { input: { text, name: "Guide draft 2.docx", symbol: summary.symbol, language: "en" }, answer: whole },
  readDraft: { input: { draft }, answer: whole },
  readDraftContent: {
    input: { draft, from: 12, count: 1 },
    answer: {
      rows: [
        {
          row: 12,
          story: "body",
          kind: "paragraph",
          block: { kind: "paragraph", label: "II.", words: ["Legal ", "framework"] },
        },
      ],
      all: 341,
    },
  },
  downloadDraft: { input: { draft } },
  downloadTrackedDraft: { input: { draft } },
  readParagraph: {
    input: { paragraph },
    answer: {
      id: paragraph,
      text: { id: text, title: view.title },
      drafts: [{ draft, number: 2, symbol: summary.symbol, citation: "Part II", wording: "Legal framework", row: 12 }],
    },
  },
  searchWorkspace: {
    input: { workspace, words: "legal framework", count: 20 },
    answer: [
      {
        kind: "paragraph",
        text: { id: text, title: view.title },
        draft,
        paragraph,
        round: null,
        compilation: null,
        passage: null,
        delegations: [],
        citation: "Part II",
        excerpt: [{ text: "Legal framework", found: true }],
      },
    ],
  },
};
