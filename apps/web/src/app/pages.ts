import type { OperationId } from "@compendium/contract";
import type { ComponentType } from "react";
import type { Answer, Input } from "../api/input.ts";
import type { Need } from "../api/need.ts";
import { searchedIn } from "../texts/searched.ts";

/** What a need of before was answered; throws a `RangeError` for one that the page did not name. */
export type ReadNeed = <Id extends OperationId>(id: Id, input: Input<Id>) => Answer<Id>;

type Params = Readonly<Record<string, string>>;

/** A page: where it is, what it reads before it is shown, in the browser as on the server, and the code that shows it. */
export interface PageDefinition {
  readonly path: string;
  readonly needs: (params: Params, query: URLSearchParams) => readonly Need[];
  /** What to read once `needs` are there and tell what it is. */
  readonly further: (params: Params, read: ReadNeed, query: URLSearchParams) => readonly Need[];
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
  readonly source: string;
  /** The component takes the parameters of the path as its properties. */
  readonly load: () => Promise<ComponentType<ParamsOf<Path>>>;
}

function page<const Path extends string>(path: Path, options: PageOptions<Path>): PageDefinition {
  const { needs = () => [], further = () => [], ...code } = options;
  return { path, needs, further, ...code } as unknown as PageDefinition;
}

/** Every page with its address; the workbench stands beside them. */
export const PAGES: readonly PageDefinition[] = [
  page("/", { source: "people/home-page.tsx", load: async () => (await import("../people/home-page.tsx")).HomePage }),
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
    source: "people/account/account-page.tsx",
    load: async () => (await import("../people/account/account-page.tsx")).AccountPage,
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
    ],
    source: "texts/workspace-page.tsx",
    load: async () => (await import("../texts/workspace-page.tsx")).WorkspacePage,
  }),
  page("/workspaces/:workspace/members", {
    needs: ({ workspace }) => [
      ["readWorkspace", { workspace }],
      ["listMembers", { workspace }],
      ["listDelegations", { workspace }],
    ],
    source: "people/members-page.tsx",
    load: async () => (await import("../people/members-page.tsx")).MembersPage,
  }),
  page("/workspaces/:workspace/record", {
    needs: ({ workspace }) => [
      ["readWorkspace", { workspace }],
      ["listLedgers", { workspace }],
    ],
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
    source: "texts/search-page.tsx",
    load: async () => (await import("../texts/search-page.tsx")).SearchPage,
  }),
  page("/compilations/:compilation", {
    needs: ({ compilation }) => [["readCompilation", { compilation }]],
    source: "consultations/compilation-by-id-page.tsx",
    load: async () => (await import("../consultations/compilation-by-id-page.tsx")).CompilationByIdPage,
  }),
  page("/texts/:text", {
    needs: ({ text }) => [
      ["readText", { text }],
      ["listRounds", { text }],
    ],
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
    source: "texts/draft-page.tsx",
    load: async () => (await import("../texts/draft-page.tsx")).DraftPage,
  }),
  page("/paragraphs/:paragraph", {
    needs: ({ paragraph }) => [["readParagraph", { paragraph }]],
    source: "texts/paragraph-page.tsx",
    load: async () => (await import("../texts/paragraph-page.tsx")).ParagraphPage,
  }),
  page("/rounds/:round", {
    needs: ({ round }) => [
      ["readRound", { round }],
      ["listCompilations", { round }],
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
    ],
    further: ({ round }, read) => [["readDraftContent", { draft: read("readRound", { round }).draft.id }]],
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
