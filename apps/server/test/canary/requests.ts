import { addressOf, isFileShape, type Operation, type OperationId, operations } from "@compendium/contract";
import { draftWith } from "./word-files.ts";
import type { World } from "./world.ts";

/** One way to call an operation. */
export interface Request {
  readonly id: OperationId;
  readonly input: Readonly<Record<string, unknown>>;
}

const HASH = "0".repeat(64);
const CHANGE = { kind: "replace", paragraphs: [[{ text: "Every State reports." }]] };
const FUTURE = { opensAt: "2099-01-01T00:00:00Z", closesAt: "2099-02-01T00:00:00Z", timeZone: "UTC" };

/** What is sent with the operations that take something, so that whoever may do it gets far. */
const SENT: Readonly<Partial<Record<OperationId, Readonly<Record<string, unknown>>>>> = {
  setUpInstallation: { body: { kind: "illustrative" } },
  signInForDemonstration: { body: { person: "nobody" } },
  setLanguage: { body: { language: "en" } },
  createWorkspace: { body: { name: "Another" } },
  addDelegations: { body: { codes: ["XII"] } },
  addDelegation: { body: { code: "XQQ", name: "Quillory" } },
  invite: { body: { email: "somebody@example.org", role: "expert", delegation: "XAA" } },
  acceptInvitation: { body: { name: "Nobody", password: "a long password" } },
  createToken: { body: { name: "another" } },
  createText: { body: { title: "Another text", distribution: "secretariat" } },
  changeText: { body: { version: 999 } },
  addDraft: { name: "next.docx", body: draftWith("next") },
  createRound: { body: { title: "Another round", ...FUTURE } },
  changeRound: { body: { version: 999 } },
  addProposal: { body: { story: "body", at: 0, change: CHANGE } },
  changeProposal: { body: { change: CHANGE, reason: "", version: 999 } },
  removeProposal: { version: 999 },
  addRoomFile: { name: "more.docx", body: draftWith("more") },
  setAlignment: { body: { onBehalfOf: [], inAlignment: [], version: 999 } },
  clearRoom: { body: { sha256: HASH } },
  submit: { body: { sha256: HASH } },
  enterSubmission: {
    delegation: "XAA",
    name: "by mail.docx",
    arrivedAt: "2026-01-01T00:00:00Z",
    body: draftWith("mail"),
  },
  takePosition: { body: { delegation: "XAA", passage: "body/1", stance: "reserves" } },
  tableWording: { body: { passage: "body/1", words: "other words", delegation: null } },
  setBracket: { body: { passage: "body/1", state: "parked", group: "", dependsOn: null, note: "", version: 2 } },
  recordDecision: { body: { passage: "body/1", ruling: { kind: "deferred" }, after: null } },
  createMeeting: { body: { title: "Another meeting", startsAt: "2099-01-01T00:00:00Z", timeZone: "UTC" } },
  changeMeeting: { body: { version: 999 } },
  goTo: { body: { item: 0, passage: null } },
  addStatement: { name: "statement.txt", delegation: "XAA", body: new TextEncoder().encode("A statement.") },
  askForFloor: { body: { delegation: "XAA" } },
  changeFloor: { body: { state: "withdrawn" } },
  openBilateral: { body: { title: "Between us", speaker: "XAA", with: ["XBB"] } },
  addBilateralNote: { body: { speaker: "XAA", words: "a note" } },
  makeNextDraft: { body: {} },
  takeBack: { body: { reason: "It is the file of another round." } },
  cancelRound: { body: { reason: "The text is withdrawn." } },
  closeRoundNow: { body: { reason: "All have answered." } },
  admit: { body: { reason: "The mail server was down." } },
};

/** These end what the others are about, so they come last, in this order. */
const LAST: readonly OperationId[] = [
  "closeRoundNow",
  "promoteWording",
  "closeBilateral",
  "closeMeeting",
  "removeStatement",
  "makeNextDraft",
  "endMembership",
  "revokeInvitation",
  "revokeToken",
];

/** Every operation with every identifier of the world, those that change something after those that only read. */
export function requestsIn(world: World): readonly Request[] {
  const ids = Object.keys(operations) as OperationId[];
  const order = (id: OperationId): number =>
    LAST.includes(id) ? 2 + LAST.indexOf(id) : operations[id].method === "GET" ? 0 : 1;
  return ids.toSorted((a, b) => order(a) - order(b)).flatMap((id) => requestsOf(id, world));
}

function requestsOf(id: OperationId, { ids, canaries }: World): readonly Request[] {
  const operation: Operation = operations[id];
  const sent = SENT[id];
  if (operation.body !== null && sent === undefined) throw new Error(`Say in SENT what is sent with ${id}.`);
  const searches = id === "searchWorkspace" ? canaries.all.map(({ word }) => ({ words: word })) : [{}];
  const paths = Object.keys(operation.parameters.shape).reduce<readonly Readonly<Record<string, unknown>>[]>(
    (inputs, name) => {
      const values = ids[name];
      if (values === undefined) throw new Error(`The world has no identifiers for {${name}} of ${id}.`);
      return inputs.flatMap((input) => values.map((value) => ({ ...input, [name]: value })));
    },
    [{}],
  );
  return paths.flatMap((path) => searches.map((search) => ({ id, input: { ...path, ...search, ...sent } })));
}

/** Where an identifier does not look like the others. */
export const NOTHING: Readonly<Record<string, string>> = {
  delegation: "XZZ",
  ledger: "workspace:0000000000000000",
  token: "another000token000of000nobody",
};

/** The same request about something that does not exist: the last identifier of its path is one that was never given. */
export function aboutNothing({ id, input }: Request): Request | null {
  const name = Object.keys(operations[id].parameters.shape).at(-1);
  if (name === undefined) return null;
  const nothing = NOTHING[name] ?? "0000000000000000";
  return { id, input: { ...input, [name]: nothing } };
}

/** Sends it, over HTTP as anybody would. */
export async function send(url: string, token: string | null, { id, input }: Request): Promise<Sent> {
  const operation: Operation = operations[id];
  const { body } = input;
  const isFile = body instanceof Uint8Array;
  const [fileType = ""] = operation.body !== null && isFileShape(operation.body) ? operation.body.types : [];
  const response = await fetch(`${url}${addressOf(operation, input)}`, {
    method: operation.method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined
        ? {}
        : {
            "content-type": isFile ? fileType : "application/json",
          }),
    },
    ...(body === undefined ? {} : { body: isFile ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
  });
  const headers = [...response.headers].filter(
    ([name]) => !/^(date|x-request-id|x-ratelimit|retry-after|keep-alive|connection)/.test(name),
  );
  return {
    status: response.status,
    headers: decodeURIComponent(JSON.stringify(headers)),
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

export interface Sent {
  readonly status: number;
  /** Without those that count, tell the time, or name this one request. */
  readonly headers: string;
  readonly bytes: Uint8Array;
}
