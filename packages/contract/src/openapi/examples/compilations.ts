import type { CompilationView, compilationsOperations } from "../../consultations/compilations.ts";
import { compilation, MARKED_UP_SHA256, round, secretary, submission } from "./cast.ts";
import type { Examples } from "./example.ts";

const waiting: CompilationView = {
  id: compilation,
  round,
  number: 1,
  state: "waiting",
  askedBy: secretary.name,
  askedAt: "2026-03-02T17:00:05.000Z",
  builtAt: null,
  failure: null,
  submissions: [{ delegation: "XAA", submission, number: 1, late: false }],
  counts: null,
  released: null,
  files: [],
  may: [],
};

const built: CompilationView = {
  ...waiting,
  state: "built",
  builtAt: "2026-03-02T17:00:07.000Z",
  counts: { passages: 48, proposals: 61, comments: 12, notices: 3 },
  files: [
    {
      format: "tracked",
      file: {
        name: "FSC.DEL-99-26-Rev.1, Second round of comments, compilation 1, 2026-03-02 (tracked).docx",
        sha256: MARKED_UP_SHA256,
        bytes: 231_008,
      },
    },
  ],
  may: ["release"],
};

const released: CompilationView = {
  ...built,
  state: "released",
  released: { by: secretary.name, at: "2026-03-03T10:00:00.000Z" },
  may: [],
};

export const compilationsExamples: Examples<typeof compilationsOperations> = {
  listCompilations: { input: { round }, answer: [built] },
  askForCompilation: { input: { round }, answer: waiting },
  readCompilation: { input: { compilation }, answer: built },
  readCompilationPart: {
    input: { compilation, part: 0 },
    answer: {
      part: 0,
      parts: 1,
      document: {
        format: "compendium-compilation",
        version: 1,
        delegations: [{ code: "XAA", name: "Ankervale" }],
        stories: [],
        comments: [],
        receipts: [],
        notices: [],
      },
    },
  },
  downloadCompilation: { input: { compilation, format: "tracked" } },
  release: { input: { compilation }, answer: released },
  readStanding: {
    input: { round, delegation: "XAA" },
    answer: {
      compilation: { id: compilation, number: 1 },
      proposals: [
        {
          passage: "body/17",
          citation: "Part II, para. 14",
          base: "once",
          wording: "twice",
          redline: [
            { kind: "deleted", text: "once" },
            { kind: "inserted", text: "twice" },
          ],
          before: "States report ",
          after: " a year.",
          with: ["XBB"],
          rivals: [{ wording: "regularly", delegations: ["XCC"] }],
          reasons: ["Once a year is too seldom."],
          movedTo: null,
        },
      ],
      formatting: [{ citation: "Part II, para. 15", text: "may", change: "italic", with: [] }],
      comments: [
        { passage: null, citation: "Part III, para. 20", about: "in good time", paragraphs: ["How long is that?"] },
      ],
    },
  },
};
