import {
  type AnswerOf,
  ApiProblem,
  type Call,
  type MeetingAhead,
  type OperationId,
  type Operations,
  type RoomView,
  type RoundView,
  type SubmissionView,
  type WorkspaceView,
} from "@compendium/contract";
import { splitDocument } from "@compendium/engine/parts";
import { DELEGATIONS, type Illustrative } from "./illustrative.ts";

type Answers = {
  readonly [Id in OperationId]?: (input: Readonly<Record<string, unknown>>) => AnswerOf<Operations[Id]>;
};

export interface FakeOptions {
  readonly state?: "new" | "ready";
  readonly isSignedIn?: boolean;
  /** Of the round. */
  readonly title?: string;
  readonly carriedFrom?: string;
}

/** What is answered to whoever is not signed in. */
const OPEN: readonly OperationId[] = [
  "readInstallation",
  "readMe",
  "listDemonstrationPersons",
  "readInvitation",
  "listMeetingsAhead",
];

const HASH = "0123456789abcdef".repeat(4);

/** The API over the illustrative round, in memory; it answers what pages read, and knows one text, round and so on. */
export function fakeCall(
  { rows, outline, compilation }: Illustrative,
  { state = "ready", isSignedIn = true, title = "Comments on the second draft", carriedFrom }: FakeOptions = {},
): Call {
  const file = { name: "Guide draft 2.docx", sha256: HASH, bytes: 61_234 };
  const draft = {
    id: "draft2",
    number: 2,
    symbol: "FSC.DEL/65/26/Rev.1",
    language: "en",
    file,
    tracked: { ...file, name: "Guide draft 2 (tracked).docx" },
    createdAt: "2026-03-02T09:00:00Z",
    paragraphs: rows.length,
  };
  const text = {
    id: "text1",
    workspace: "work1",
    title: "Guide to national controls",
    body: "FSC",
    symbol: "FSC.DEL/65/26",
    languages: ["en"],
    distribution: "audience" as const,
    audience: null,
    version: 1,
    createdAt: "2026-01-12T09:00:00Z",
    drafts: [draft, { ...draft, id: "draft1", number: 1, symbol: "FSC.DEL/65/26", tracked: null }],
    may: ["change", "add draft", "open round"] as ("change" | "add draft" | "open round")[],
  };
  const round: RoundView = {
    id: "round1",
    workspace: "work1",
    text: { id: text.id, title: text.title },
    draft: { id: draft.id, number: 2, symbol: draft.symbol },
    title,
    opensAt: "2026-03-02T09:00:00Z",
    closesAt: "2027-03-27T17:00:00Z",
    timeZone: "Europe/Vienna",
    instructions: "Please look at chapter 3 first.",
    audience: null,
    reminders: [72, 24],
    state: "open",
    cancelled: null,
    carriedFrom: carriedFrom ?? null,
    version: 1,
    delegations: DELEGATIONS,
    mine: ["XAA"],
    may: ["change", "see submissions", "enter submission", "admit", "compile", "release", "remind"],
  };
  const delegation = { code: "XAA", name: "Ankervale", kind: "state" as const };
  const submission: SubmissionView = {
    id: "subm1",
    round: round.id,
    delegation,
    number: 1,
    state: "stands",
    file: { ...file, name: "Ankervale comments.docx" },
    receivedAt: "2026-03-20T11:00:00Z",
    submittedBy: "Ada Anker",
    channel: "web",
    late: false,
    replaces: null,
    takenBack: null,
    admitted: null,
    onBehalfOf: ["XBB"],
    inAlignment: ["XCC"],
    receipt: compilation.receipts[0],
    recordEntry: { ledger: "workspace:work1", number: 12, hash: HASH },
  };
  const paragraph = rows.map(({ block }) => block as { kind: string; from: number; citation: string; words: string[] });
  const [changed] = paragraph.filter(({ kind, words }) => kind === "paragraph" && words.length > 20);
  const room: RoomView = {
    round: round.id,
    delegation,
    version: 3,
    files: [{ id: "file1", file, by: "Ben Anker", addedAt: "2026-03-19T10:00:00Z", problem: null }],
    proposals:
      changed === undefined
        ? []
        : [
            {
              id: "prop1",
              story: "body",
              at: changed.from,
              paragraph: null,
              citation: changed.citation,
              change: {
                kind: "replace",
                paragraphs: [[{ text: changed.words.slice(0, -1).join("").replace("should", "could"), emphasis: "" }]],
              },
              reason: "Our law does not allow more.",
              by: "Ada Anker",
              mine: true,
              changedAt: "2026-03-19T10:00:00Z",
              version: 1,
            },
          ],
    onBehalfOf: [],
    inAlignment: [],
    cleared: null,
    lostClearance: null,
    submissions: [submission],
    may: ["propose", "clear", "submit", "withdraw"],
  };
  const built = {
    id: "comp1",
    round: round.id,
    number: 1,
    state: "built" as const,
    askedBy: "Sam Secretary",
    askedAt: "2026-03-28T08:00:00Z",
    builtAt: "2026-03-28T08:00:05Z",
    failure: null,
    submissions: [{ delegation: "XAA", submission: submission.id, number: 1, late: false }],
    counts: { passages: 60, proposals: 80, comments: 30, notices: 2 },
    released: null,
    files: ["tracked", "rolling", "table", "html", "json"].map((format) => ({ format, file })),
    may: ["release" as const],
  };
  const workspace: WorkspaceView = {
    id: "work1",
    name: "Illustrative workspace",
    illustrative: true,
    createdAt: "2026-01-01T00:00:00Z",
    may: ["invite", "read record", "make text", "manage delegations", "see all members"],
    mayInvite: [
      { role: "head", delegations: null },
      { role: "secretariat", delegations: [] },
    ],
    sendsMail: true,
  };
  const person = { id: "person1", name: "Sam Secretary", email: "sam@secretariat.example" };
  const membership = { id: "memb1", workspace: { id: "work1", name: workspace.name }, role: "secretariat" as const };
  const parts = splitDocument(compilation, 60);
  const answers: Answers = {
    readInstallation: () => ({
      state,
      demonstration: state === "ready",
      demonstrationAllowed: true,
      needsSetUpCode: false,
      signInWith: [],
    }),
    readMe: () => ({
      person: isSignedIn ? person : null,
      memberships: isSignedIn
        ? [
            { ...membership, delegation: null },
            { ...membership, id: "memb2", role: "head", delegation },
          ]
        : [],
      language: "en",
      administersInstallation: isSignedIn,
    }),
    listDemonstrationPersons: () => [
      { id: "p1", name: "Sam Secretary", role: "secretariat", delegation: null },
      { id: "p2", name: "Ada Anker", role: "head", delegation },
      { id: "p3", name: "Bo Brind", role: "expert", delegation: DELEGATIONS[1] ?? null },
    ],
    readWorkspace: ({ workspace: id }) => found(id === workspace.id, workspace),
    listTexts: () => [text],
    listRounds: () => [round],
    listRoundsOfWorkspace: () => [
      round,
      { ...round, id: "round0", title: "First comments", state: "closed", mine: [] },
    ],
    listMeetingsAhead: () => [
      meetingAhead("First reading", "open", text),
      meetingAhead("Second reading", "planned", { id: "text2", title: "Guide to transfers" }),
    ],
    listMembers: () => [
      { id: "m1", person, role: "secretariat", delegation: null, since: "2026-01-01T00:00:00Z", may: [] },
      {
        id: "m2",
        person: { id: "p2", name: "Ada Anker", email: "ada@ankervale.example" },
        role: "head",
        delegation: "XAA",
        since: "2026-01-02T00:00:00Z",
        may: ["end"],
      },
    ],
    listDelegations: () => DELEGATIONS,
    listGroups: () => [{ code: "P5", kind: "classification", members: ["CHN", "FRA"], asOf: "2026-11-24" }],
    listInvitations: () => [
      {
        id: "inv1",
        email: "bo@brindovar.example",
        role: "expert",
        delegation: "XBB",
        expiresAt: "2026-12-01T00:00:00Z",
        invitedBy: "Sam Secretary",
      },
    ],
    readInvitation: () => ({
      workspace: workspace.name,
      email: "bo@brindovar.example",
      role: "expert",
      delegation: DELEGATIONS[1] ?? null,
      invitedBy: "Sam Secretary",
      isKnown: false,
    }),
    readText: ({ text: id }) => found(id === text.id, text),
    readDraft: ({ draft: id }) =>
      found(id === draft.id, {
        ...draft,
        text: { id: text.id, title: text.title, distribution: text.distribution, workspace: workspace.id },
        outline,
        rows: rows.length,
        notices: [],
      }),
    readDraftContent: ({ from = 0, count = 200 }) => ({
      rows: rows.slice(Number(from), Number(from) + Number(count)),
      all: rows.length,
    }),
    readParagraph: ({ paragraph: id }) => ({
      id: String(id),
      text: { id: text.id, title: text.title },
      drafts: [
        {
          draft: "draft2",
          number: 2,
          symbol: draft.symbol,
          citation: "Part II, para. 14",
          wording: "States should report.",
          row: 3,
        },
        {
          draft: "draft1",
          number: 1,
          symbol: "FSC.DEL/65/26",
          citation: "Part II, para. 13",
          wording: "States report.",
          row: 2,
        },
      ],
    }),
    readParagraphHistory: () => [
      {
        compilation: "comp1",
        round: { id: round.id, title: round.title, timeZone: round.timeZone },
        draft: { id: draft.id, number: 2, symbol: draft.symbol },
        releasedAt: "2026-03-02T09:00:00Z",
        passages: [
          {
            id: "body/12",
            citation: "Part II, para. 14",
            base: "should",
            proposals: [
              {
                wording: "may",
                redline: [
                  { kind: "deleted", text: "should" },
                  { kind: "inserted", text: "may" },
                ],
                delegations: ["XAA"],
                became: null,
                reason: null,
              },
            ],
            tabled: [],
            decisions: [],
          },
        ],
      },
    ],
    readRound: ({ round: id }) => found(id === round.id, round),
    listCompilations: () => [built],
    readCompilation: () => built,
    readCompilationPart: ({ part }) => ({
      part: Number(part),
      parts: parts.length,
      document: parts[Number(part)] ?? null,
    }),
    readRoom: () => room,
    readConsolidated: () => ({ state: "clean", file, receipt: compilation.receipts[0], conflicts: [], problems: [] }),
    listSubmissions: () => [
      submission,
      {
        ...submission,
        id: "subm2",
        delegation: DELEGATIONS[1] ?? delegation,
        late: true,
        channel: "e-mail",
        onBehalfOf: [],
      },
    ],
    readStanding: () => ({
      compilation: { id: "comp1", number: 1 },
      proposals: [
        {
          passage: "1",
          citation: "Part II, para. 14",
          base: "should",
          wording: "may",
          redline: [
            { kind: "deleted", text: "should" },
            { kind: "inserted", text: "may" },
          ],
          before: "States ",
          after: " report every year.",
          with: ["XBB"],
          rivals: [{ wording: "shall", delegations: ["XCC"] }],
          reasons: ["Not everybody can."],
          movedTo: null,
        },
      ],
      formatting: [],
      comments: [],
    }),
    searchWorkspace: () => [
      {
        kind: "paragraph",
        text: { id: text.id, title: text.title },
        draft: "draft2",
        paragraph: "para3",
        round: null,
        compilation: null,
        passage: null,
        delegations: [],
        citation: "Part II, para. 14",
        excerpt: [
          { text: "States should ", found: false },
          { text: "report", found: true },
          { text: " every year.", found: false },
        ],
      },
    ],
    listLedgers: () => [
      { id: "workspace:work1", of: "workspace", delegation: null, entries: 2, head: HASH },
      { id: "delegation:work1:XAA", of: "delegation", delegation: "XAA", entries: 1, head: HASH },
    ],
    listRecord: () => ({
      entries: [2, 1].map((number) => ({
        ledger: "workspace:work1",
        number,
        at: "2026-03-02T09:00:00Z",
        actor: { kind: "person", id: "person1", name: "Sam Secretary", via: "page" },
        act: number === 2 ? "round.opened" : "text.created",
        object: { kind: "round", id: "round1" },
        before: null,
        after: HASH,
        detail: { title: "Comments on the second draft" },
        previous: null,
        hash: HASH,
      })),
      more: false,
    }),
  };
  return (async (id: OperationId, input: Readonly<Record<string, unknown>>) => {
    const answer = answers[id];
    if (answer === undefined) throw new ApiProblem("server-fault", `The fake does not know ${id}.`);
    if (!isSignedIn && !OPEN.includes(id)) {
      throw new ApiProblem("sign-in-needed", "Sign in first.");
    }
    return answer(input);
  }) as unknown as Call;
}

function meetingAhead(
  title: string,
  state: MeetingAhead["state"],
  { id, title: of }: MeetingAhead["text"],
): MeetingAhead {
  const at = { startsAt: "2026-04-10T08:00:00Z", timeZone: "Europe/Vienna", venue: "Segmentgalerie II" };
  return { id: `meeting of ${id}`, workspace: "work1", text: { id, title: of }, title, state, ...at };
}

function found<Answer>(isThere: boolean, answer: Answer): Answer {
  if (!isThere) throw new ApiProblem("not-found", "Check the address, or ask the secretariat whether you may see it.");
  return answer;
}
