import type { OperationId } from "@compendium/contract";
import type { ComponentType } from "react";
import type { Answer, Input } from "../api/input.ts";
import type { Need } from "../api/need.ts";

/** What a need of before was answered; throws a `RangeError` for one that the page did not name. */
export type ReadNeed = <Id extends OperationId>(id: Id, input: Input<Id>) => Answer<Id>;

type Params = Readonly<Record<string, string>>;

/** A page: where it is, what it reads before it is shown, in the browser as on the server, and the code that shows it. */
export interface PageDefinition {
  readonly path: string;
  readonly needs: (params: Params, query: URLSearchParams) => readonly Need[];
  /** What to read once `needs` are there and tell what it is. */
  readonly further: (params: Params, read: ReadNeed, query: URLSearchParams) => readonly Need[];
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
  /** The component takes the parameters of the path as its properties. */
  readonly load: () => Promise<ComponentType<ParamsOf<Path>>>;
}

function page<const Path extends string>(path: Path, options: PageOptions<Path>): PageDefinition {
  const { needs = () => [], further = () => [], load } = options;
  return { path, needs, further, load } as unknown as PageDefinition;
}

/** Every page with its address; the workbench stands beside them. */
export const PAGES: readonly PageDefinition[] = [
  page("/", { load: async () => (await import("../people/home-page.tsx")).HomePage }),
  page("/sign-in", { load: async () => (await import("../people/sign-in-page.tsx")).SignInPage }),
  page("/invitations/:token", {
    needs: ({ token }) => [["readInvitation", { token }]],
    load: async () => (await import("../people/invitation-page.tsx")).InvitationPage,
  }),
  page("/workspaces/:workspace", {
    needs: ({ workspace }) => [
      ["readWorkspace", { workspace }],
      ["listTexts", { workspace }],
      ["listRoundsOfWorkspace", { workspace }],
    ],
    load: async () => (await import("../texts/workspace-page.tsx")).WorkspacePage,
  }),
  page("/workspaces/:workspace/members", {
    needs: ({ workspace }) => [
      ["readWorkspace", { workspace }],
      ["listMembers", { workspace }],
      ["listDelegations", { workspace }],
    ],
    load: async () => (await import("../people/members-page.tsx")).MembersPage,
  }),
  page("/workspaces/:workspace/record", {
    needs: ({ workspace }) => [
      ["readWorkspace", { workspace }],
      ["listLedgers", { workspace }],
    ],
    load: async () => (await import("../record/record-page.tsx")).RecordPage,
  }),
  page("/texts/:text", {
    needs: ({ text }) => [
      ["readText", { text }],
      ["listRounds", { text }],
    ],
    load: async () => (await import("../texts/text-page.tsx")).TextPage,
  }),
  page("/texts/:text/new-round", {
    needs: ({ text }) => [["readText", { text }]],
    further: ({ text }, read) => [["listDelegations", { workspace: read("readText", { text }).workspace }]],
    load: async () => (await import("../consultations/new-round-page.tsx")).NewRoundPage,
  }),
  page("/drafts/:draft", {
    needs: ({ draft }) => [
      ["readDraft", { draft }],
      ["readDraftContent", { draft }],
    ],
    load: async () => (await import("../texts/draft-page.tsx")).DraftPage,
  }),
  page("/paragraphs/:paragraph", {
    needs: ({ paragraph }) => [["readParagraph", { paragraph }]],
    load: async () => (await import("../texts/paragraph-page.tsx")).ParagraphPage,
  }),
  page("/rounds/:round", {
    needs: ({ round }) => [
      ["readRound", { round }],
      ["listCompilations", { round }],
    ],
    load: async () => (await import("../consultations/round-page.tsx")).RoundPage,
  }),
  page("/rounds/:round/submissions", {
    needs: ({ round }) => [
      ["readRound", { round }],
      ["listSubmissions", { round }],
    ],
    load: async () => (await import("../consultations/submissions-page.tsx")).SubmissionsPage,
  }),
  page("/rounds/:round/delegations/:delegation", {
    needs: ({ round, delegation }) => [
      ["readRound", { round }],
      ["readRoom", { round, delegation }],
    ],
    further: ({ round }, read) => [["readDraftContent", { draft: read("readRound", { round }).draft.id }]],
    load: async () => (await import("../consultations/room/room-page.tsx")).RoomPage,
  }),
  page("/rounds/:round/delegations/:delegation/standing", {
    needs: ({ round, delegation }) => [
      ["readRound", { round }],
      ["readStanding", { round, delegation }],
    ],
    load: async () => (await import("../consultations/standing-page.tsx")).StandingPage,
  }),
  page("/rounds/:round/compilations/:compilation", {
    needs: ({ round, compilation }) => [
      ["readRound", { round }],
      ["readCompilation", { compilation }],
    ],
    further: ({ compilation }, read) =>
      read("readCompilation", { compilation }).builtAt === null ? [] : [["readCompilationDocument", { compilation }]],
    load: async () => (await import("../consultations/compilation-page.tsx")).CompilationPage,
  }),
];
