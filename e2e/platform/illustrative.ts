import type { APIRequestContext, Browser, BrowserContext } from "playwright-core";
import PostalMime from "postal-mime";
import { expect, vi } from "vitest";
import type { ServedPlatform } from "../served-platform.ts";

/** What stands in the illustrative workspace: identifiers, as they stand in addresses. */
export interface Illustrative {
  readonly workspace: string;
  readonly text: string;
  readonly draft: string;
  readonly paragraph: string;
  /** The round that is closed, and its compilation. */
  readonly closed: string;
  readonly compilation: string;
  /** The round that is open. */
  readonly open: string;
  /** A meeting on the compilation, in session. */
  readonly meeting: string;
  /** A bilateral consultation of the head's. */
  readonly bilateral: string;
  /** The token of an invitation that nobody has taken up. */
  readonly invitation: string;
}

/** What a browser keeps of somebody who is signed in. */
export type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Somebody of the illustrative workspace, signed in. */
export async function signInAs(browser: Browser, { address }: ServedPlatform, name: string): Promise<Session> {
  const context = await browser.newContext({ baseURL: address });
  const persons: readonly { id: string; name: string }[] = await get(context.request, "/demonstration/persons");
  const person = persons.find((each) => each.name === name)?.id;
  await post(context.request, "/demonstration/sign-in", { person });
  const session = await context.storageState();
  await context.close();
  return session;
}

/** Who are invited: one takes it up, and has an account of their own; the other does not. */
const MEMBER = "member@guests.example";
const GUEST = "guest@guests.example";

/** Somebody who has taken up an invitation: people who are invented have no account to see to. */
export async function signInAsMember(browser: Browser, platform: ServedPlatform): Promise<Session> {
  const context = await browser.newContext({ baseURL: platform.address });
  const account = { name: "Paula Werding", password: "a password that is long" };
  await post(context.request, `/invitations/${await invitationOf(platform, MEMBER)}/accept`, account);
  const headers = { origin: platform.address };
  const data = { email: MEMBER, password: account.password };
  const answer = await context.request.post("/api/auth/sign-in/email", { data, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
  const session = await context.storageState();
  await context.close();
  return session;
}

/** Finds out what stands there, as its secretary, and invites two. */
export async function findIllustrative(
  browser: Browser,
  platform: ServedPlatform,
  secretary: Session,
  head: Session,
): Promise<Illustrative> {
  const context = await browser.newContext({ baseURL: platform.address, storageState: secretary });
  const { request } = context;
  const [{ id: workspace }] = await get(request, "/workspaces");
  const [{ id: text }] = await get(request, `/workspaces/${workspace}/texts`);
  const rounds: readonly { id: string; state: string; draft: { id: string } }[] = await get(
    request,
    `/texts/${text}/rounds`,
  );
  const [closed, open] = ["closed", "open"].map((state) => rounds.find((each) => each.state === state));
  if (closed === undefined || open === undefined) throw new Error("The illustrative rounds are not there.");
  const [{ id: compilation }] = await get(request, `/rounds/${closed.id}/compilations`);
  const { rows } = await get(request, `/drafts/${closed.draft.id}/content`);
  const paragraph = rows.find(({ block }: { block: { id?: string } }) => block.id !== undefined).block.id;
  for (const email of [MEMBER, GUEST]) {
    await post(request, `/workspaces/${workspace}/invitations`, { email, role: "chair" });
  }
  const meeting = await beginMeeting(request, compilation);
  await context.close();
  const bilateral = await consult(browser, platform, head, compilation);
  const invitation = await invitationOf(platform, GUEST);
  const draft = closed.draft.id;
  return {
    workspace,
    text,
    draft,
    paragraph,
    closed: closed.id,
    compilation,
    open: open.id,
    meeting,
    bilateral,
    invitation,
  };
}

/** Plans a meeting on the first passages, opens it, and puts two delegations on the list of speakers. */
async function beginMeeting(request: APIRequestContext, compilation: string): Promise<string> {
  const { passages }: { passages: readonly { id: string }[] } = await get(
    request,
    `/compilations/${compilation}/negotiation`,
  );
  const ids = passages.map(({ id }) => id);
  const { id: meeting } = await post(request, `/compilations/${compilation}/meetings`, {
    title: "Third informal meeting",
    startsAt: "2026-11-30T14:00:00Z",
    timeZone: "Europe/Vienna",
    venue: "Neuer Saal",
    agenda: [
      { title: "Opening of the meeting", passages: [] },
      { title: "Purpose of the guide", passages: ids.slice(0, 3) },
      { title: "Everything else", passages: ids.slice(3, 8) },
    ],
    participants: ["XAA", "XBB", "XCC"],
  });
  await post(request, `/meetings/${meeting}/opening`, {});
  const place = { item: 1, passage: ids[0] };
  const headers = { "sec-fetch-site": "same-origin" };
  const moved = await request.put(`/api/v1/meetings/${meeting}/place`, { data: place, headers });
  expect(moved.ok(), await moved.text()).toBe(true);
  for (const delegation of ["XBB", "XAA"]) {
    await post(request, `/meetings/${meeting}/floor`, { delegation, passage: ids[0] });
  }
  return meeting;
}

/** The head consults with another delegation and the chair, and proposes a wording to them. */
async function consult(
  browser: Browser,
  { address }: ServedPlatform,
  head: Session,
  compilation: string,
): Promise<string> {
  const context = await browser.newContext({ baseURL: address, storageState: head });
  const { passages } = await get(context.request, `/compilations/${compilation}/negotiation`);
  const passage: string = passages[0].id;
  const opened = { title: "The first paragraph", speaker: "XAA", with: ["XBB"], withChair: true, passages: [passage] };
  const { id } = await post(context.request, `/compilations/${compilation}/bilaterals`, opened);
  const said = { speaker: "XAA", passage, kind: "wording", words: "States are encouraged to report." };
  await post(context.request, `/bilaterals/${id}/notes`, said);
  await context.close();
  return id;
}

/** Decides three passages in three ways, and makes the next draft: then there is an outcome of every proposal. */
export async function makeNextDraft(
  browser: Browser,
  platform: ServedPlatform,
  secretary: Session,
  { compilation }: Illustrative,
): Promise<void> {
  const context = await browser.newContext({ baseURL: platform.address, storageState: secretary });
  const { request } = context;
  const { passages } = await get(request, `/compilations/${compilation}/negotiation`);
  const rulings = [{ kind: "as proposed", proposal: 0 }, { kind: "as in the base" }, { kind: "in brackets" }];
  for (const [i, ruling] of rulings.entries()) {
    const decision = { passage: passages[i].id, ruling, note: "Nobody insisted.", after: null };
    await post(request, `/compilations/${compilation}/decisions`, decision);
  }
  await post(request, `/compilations/${compilation}/next-draft`, {});
  await context.close();
}

/** From the mail, which is the only copy. */
function invitationOf(platform: ServedPlatform, email: string): Promise<string> {
  const find = async (): Promise<string | undefined> => {
    const mails = await Promise.all(platform.mails().map((source) => PostalMime.parse(source)));
    const sent = mails.find(({ to }) => to?.[0]?.address === email);
    return /\/invitations\/(\S+)/.exec(sent?.text ?? "")?.[1];
  };
  return vi.waitUntil(find, { timeout: 30_000, interval: 200 });
}

// biome-ignore lint/suspicious/noExplicitAny: answers are what the contract says, which its own tests hold the server to
type Answered = any;

export async function get(request: APIRequestContext, path: string): Promise<Answered> {
  const answer = await request.get(`/api/v1${path}`);
  expect(answer.ok(), path).toBe(true);
  return answer.json();
}

/** Gives the answer; `null` where there is none. */
export async function post(request: APIRequestContext, path: string, data: object): Promise<Answered> {
  const answer = await request.post(`/api/v1${path}`, { data, headers: SENT_BY_THE_SITE });
  expect(answer.ok(), `${path}: ${answer.ok() ? "" : await answer.text()}`).toBe(true);
  return answer.headers()["content-type"]?.includes("json") ? answer.json() : null;
}

/** Sends a Word file. */
export async function send(
  request: APIRequestContext,
  path: string,
  given: Readonly<Record<string, string>>,
  bytes: Uint8Array,
): Promise<Answered> {
  const headers = { ...SENT_BY_THE_SITE, "content-type": WORD_FILE };
  const answer = await request.post(`/api/v1${path}?${new URLSearchParams(given)}`, {
    data: Buffer.from(bytes),
    headers,
  });
  expect(answer.ok(), `${path}: ${answer.ok() ? "" : await answer.text()}`).toBe(true);
  return answer.json();
}

/** The site itself is what sends it, as its own pages do. */
const SENT_BY_THE_SITE = { "sec-fetch-site": "same-origin" };

const WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
