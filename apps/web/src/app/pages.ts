import { ApiProblem, type OperationId, PROBLEMS } from "@compendium/contract";
import type { ComponentType } from "react";
import type { Answer, Input } from "../api/input.ts";
import type { Need } from "../api/need.ts";
import { shownEntries, shownLedger } from "../record/shown-entries.ts";
import { searchedIn } from "../texts/searched.ts";
import type { RoomApart } from "./words-apart.tsx";

/** What a need of before was answered; throws a `RangeError` for one that the page did not name. */
export type ReadNeed = <Id extends OperationId>(id: Id, input: Input<Id>) => Answer<Id>;

type Params = Readonly<Record<string, string>>;

/** A page: where it is, what it reads before it is shown, in the browser as on the server, and the code that shows it. */
export interface PageDefinition {
  readonly path: string;
  readonly needs: (params: Params, query: URLSearchParams) => readonly Need[];
  /** What to read once `needs` are there and tell what it is. */
  readonly further: (params: Params, read: ReadNeed, query: URLSearchParams) => readonly Need[];
  /** The room whose words come with this page; `null` where all that it says comes with every page. */
  readonly words: RoomApart | null;
  /** The file from which `load` loads, within `src`: what the browser should fetch beside the router. */
  readonly source: string;
  readonly load: () => Promise<ComponentType>;
}

/** The names in a path: `{ text: string }` of `/texts/:text`. */
type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [Key in Name]: string } & ParamsOf<Rest>
  : Path extends `${string}:${infer Name}`
    ? { readonly [Key in Name]: string }
    : unknown;

interface PageOptions<Path extends string> {
  readonly needs?: (params: ParamsOf<Path>, query: URLSearchParams) => readonly Need[];
  readonly further?: (params: ParamsOf<Path>, read: ReadNeed, query: URLSearchParams) => readonly Need[];
  readonly words?: RoomApart;
  readonly source: string;
  /** The component takes the parameters of the path as its properties. */
  readonly load: () => Promise<ComponentType<ParamsOf<Path>>>;
}

function page<const Path extends string>(path: Path, options: PageOptions<Path>): PageDefinition {
  const { needs = () => [], further = () => [], words = null, ...code } = options;
  return { path, needs, further, words, ...code } as unknown as PageDefinition;
}

/** Every page with its address; the workbench stands beside them. */
export const PAGES: readonly PageDefinition[] = [
  page("/", {
    needs: () => [["listMeetingsAhead", {}]],
    source: "home/home-page.tsx",
    load: async () => (await import("../home/home-page.tsx")).HomePage,
  }),
  page("/sign-in", {
    source: "people/sign-in-page.tsx",
    load: async () => (await import("../people/sign-in-page.tsx")).SignInPage,
  }),
  page("/reset-password", {
    source: "people/reset-password-page.tsx",
    load: async () => (await import("../people/reset-password-page.tsx")).ResetPasswordPage,
  }),
  page("/account", {
    needs: () => [["listTokens", {}]],
    words: "people/account",
    source: "people/account/account-page.tsx",
    load: async () => (await import("../people/account/account-page.tsx")).AccountPage,
  }),
  page("/problems/:code", {
    needs: ({ code }) => {
      if (!Object.hasOwn(PROBLEMS, code)) throw new ApiProblem("not-found", "There is no such problem.");
      return [];
    },
    source: "api/problem-help-page.tsx",
    load: async () => (await import("../api/problem-help-page.tsx")).ProblemHelpPage,
  }),
  page("/invitations/:token", {
    needs: ({ token }) => [["readInvitation", { token }]],
    source: "people/invitation-page.tsx",
    load: async () => (await import("../people/invitation-page.tsx")).InvitationPage,
  }),
  page("/workspaces/:workspace", {
    needs: ({ workspace }) => [
      ["readWorkspace", { workspace }],
      ["listTexts", { workspace }],
      ["listRoundsOfWorkspace", { workspace }],
      ["listMeetingsAhead", {}],
    ],
    words: "texts",
    source: "texts/workspace-page.tsx",
    load: async () => (await import("../texts/workspace-page.tsx")).WorkspacePage,
  }),
  page("/workspaces/:workspace/members", {
    needs: ({ workspace }) => [
      ["readWorkspace", { workspace }],
      ["listMembers", { workspace }],
      ["listDelegations", { workspace }],
    ],
    words: "people/members",
    source: "people/members/members-page.tsx",
    load: async () => (await import("../people/members/members-page.tsx")).MembersPage,
  }),
  page("/workspaces/:workspace/record", {
    needs: ({ workspace }) => [
      ["readWorkspace", { workspace }],
      ["listLedgers", { workspace }],
    ],
    further: ({ workspace }, read, query) => {
      const ledger = shownLedger(read("listLedgers", { workspace }), query);
      return ledger === undefined ? [] : [["listRecord", shownEntries(ledger, query)]];
    },
    words: "record",
    source: "record/record-page.tsx",
    load: async () => (await import("../record/record-page.tsx")).RecordPage,
  }),
  page("/workspaces/:workspace/search", {
    needs: ({ workspace }, query) => {
      const words = searchedIn(query);
      return [
        ["readWorkspace", { workspace }],
        ...(words === null ? [] : ([["searchWorkspace", { workspace, words }]] as const)),
      ];
    },
    words: "texts",
    source: "texts/search-page.tsx",
    load: async () => (await import("../texts/search-page.tsx")).SearchPage,
  }),
  page("/compilations/:compilation", {
    needs: ({ compilation }) => [["readCompilation", { compilation }]],
    source: "consultations/compilation-by-id-page.tsx",
    load: async () => (await import("../consultations/compilation-by-id-page.tsx")).CompilationByIdPage,
  }),
  page("/compilations/:compilation/negotiation", {
    needs: ({ compilation }) => [
      ["readNegotiation", { compilation }],
      ["listPositions", { compilation }],
    ],
    further: ({ compilation }, read) => [["readDraft", { draft: read("readNegotiation", { compilation }).draft.id }]],
    words: "negotiation",
    source: "negotiation/negotiation-page.tsx",
    load: async () => (await import("../negotiation/negotiation-page.tsx")).NegotiationPage,
  }),
  page("/compilations/:compilation/outcomes", {
    needs: ({ compilation }) => [
      ["readNegotiation", { compilation }],
      ["readOutcomes", { compilation }],
    ],
    words: "negotiation",
    source: "negotiation/outcomes-page.tsx",
    load: async () => (await import("../negotiation/outcomes-page.tsx")).OutcomesPage,
  }),
  page("/compilations/:compilation/positions", {
    needs: ({ compilation }) => [
      ["readNegotiation", { compilation }],
      ["listPositions", { compilation }],
    ],
    words: "negotiation",
    source: "negotiation/grid-page.tsx",
    load: async () => (await import("../negotiation/grid-page.tsx")).GridPage,
  }),
  page("/compilations/:compilation/meetings", {
    needs: ({ compilation }) => [
      ["readNegotiation", { compilation }],
      ["listMeetings", { compilation }],
    ],
    words: "negotiation",
    source: "negotiation/meeting/meetings-page.tsx",
    load: async () => (await import("../negotiation/meeting/meetings-page.tsx")).MeetingsPage,
  }),
  page("/compilations/:compilation/consultations", {
    needs: ({ compilation }) => [
      ["readNegotiation", { compilation }],
      ["listBilaterals", { compilation }],
    ],
    words: "negotiation",
    source: "negotiation/consultation/consultations-page.tsx",
    load: async () => (await import("../negotiation/consultation/consultations-page.tsx")).ConsultationsPage,
  }),
  page("/meetings/:meeting", {
    needs: ({ meeting }) => [["readMeeting", { meeting }]],
    further: ({ meeting }, read) => {
      const { compilation, place } = read("readMeeting", { meeting });
      const passage = place?.passage ?? null;
      return [
        ["readNegotiation", { compilation }],
        ...(passage === null ? [] : ([["listPositions", { compilation, passage }]] as const)),
      ];
    },
    words: "negotiation",
    source: "negotiation/meeting/meeting-page.tsx",
    load: async () => (await import("../negotiation/meeting/meeting-page.tsx")).MeetingPage,
  }),
  page("/meetings/:meeting/projector", {
    needs: ({ meeting }) => [["readMeeting", { meeting }]],
    further: ({ meeting }, read) => [
      ["readNegotiation", { compilation: read("readMeeting", { meeting }).compilation }],
    ],
    words: "negotiation",
    source: "negotiation/meeting/projector-page.tsx",
    load: async () => (await import("../negotiation/meeting/projector-page.tsx")).ProjectorPage,
  }),
  page("/bilaterals/:bilateral", {
    needs: ({ bilateral }) => [["readBilateral", { bilateral }]],
    further: ({ bilateral }, read) => [
      ["readNegotiation", { compilation: read("readBilateral", { bilateral }).compilation }],
    ],
    words: "negotiation",
    source: "negotiation/consultation/consultation-page.tsx",
    load: async () => (await import("../negotiation/consultation/consultation-page.tsx")).ConsultationPage,
  }),
  page("/texts/:text", {
    needs: ({ text }) => [
      ["readText", { text }],
      ["listRounds", { text }],
      ["listMeetingsAhead", {}],
    ],
    words: "texts",
    source: "texts/text-page.tsx",
    load: async () => (await import("../texts/text-page.tsx")).TextPage,
  }),
  page("/texts/:text/new-round", {
    needs: ({ text }) => [["readText", { text }]],
    further: ({ text }, read) => [["listDelegations", { workspace: read("readText", { text }).workspace }]],
    source: "consultations/new-round-page.tsx",
    load: async () => (await import("../consultations/new-round-page.tsx")).NewRoundPage,
  }),
  page("/drafts/:draft", {
    needs: ({ draft }) => [
      ["readDraft", { draft }],
      ["readDraftContent", { draft }],
    ],
    words: "texts",
    source: "texts/draft-page.tsx",
    load: async () => (await import("../texts/draft-page.tsx")).DraftPage,
  }),
  page("/paragraphs/:paragraph", {
    needs: ({ paragraph }) => [
      ["readParagraph", { paragraph }],
      ["readParagraphHistory", { paragraph }],
    ],
    words: "negotiation",
    source: "negotiation/paragraph-page.tsx",
    load: async () => (await import("../negotiation/paragraph-page.tsx")).ParagraphPage,
  }),
  page("/rounds/:round", {
    needs: ({ round }) => [
      ["readRound", { round }],
      ["listCompilations", { round }],
      ["listSubmissions", { round }],
      ["listMeetingsAhead", {}],
    ],
    source: "consultations/round-page.tsx",
    load: async () => (await import("../consultations/round-page.tsx")).RoundPage,
  }),
  page("/rounds/:round/submissions", {
    needs: ({ round }) => [
      ["readRound", { round }],
      ["listSubmissions", { round }],
    ],
    source: "consultations/submissions-page.tsx",
    load: async () => (await import("../consultations/submissions-page.tsx")).SubmissionsPage,
  }),
  page("/rounds/:round/delegations/:delegation", {
    needs: ({ round, delegation }) => [
      ["readRound", { round }],
      ["readRoom", { round, delegation }],
      ["listMeetingsAhead", {}],
    ],
    further: ({ round }, read) => {
      const { draft } = read("readRound", { round });
      return [
        ["readDraft", { draft: draft.id }],
        ["readDraftContent", { draft: draft.id }],
      ];
    },
    words: "consultations/room",
    source: "consultations/room/room-page.tsx",
    load: async () => (await import("../consultations/room/room-page.tsx")).RoomPage,
  }),
  page("/rounds/:round/delegations/:delegation/standing", {
    needs: ({ round, delegation }) => [
      ["readRound", { round }],
      ["readStanding", { round, delegation }],
    ],
    source: "consultations/standing-page.tsx",
    load: async () => (await import("../consultations/standing-page.tsx")).StandingPage,
  }),
  page("/rounds/:round/compilations/:compilation", {
    needs: ({ round, compilation }) => [
      ["readRound", { round }],
      ["readCompilation", { compilation }],
    ],
    further: ({ compilation }, read) =>
      read("readCompilation", { compilation }).builtAt === null
        ? []
        : [["readCompilationPart", { compilation, part: 0 }]],
    source: "consultations/compilation-page.tsx",
    load: async () => (await import("../consultations/compilation-page.tsx")).CompilationPage,
  }),
];
