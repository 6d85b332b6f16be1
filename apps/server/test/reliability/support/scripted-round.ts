import type { Call, CompilationView, RoundView, SubmissionView } from "@compendium/contract";
import { eventually } from "../../support/eventually.ts";
import type { TestPeople, TestPerson, TestWorkspace } from "../../support/test-people.ts";
import { type Careful, impatient } from "./careful-client.ts";
import { smallDraft, smallSubmission } from "./small-files.ts";

/** Those who are asked. The last one says nothing. */
export const DELEGATIONS = ["XAA", "XBB", "XCC", "XDD", "XEE"] as const;

/** How long a round is open, in ms: long enough for most to be on time with a kill or two in between. */
const OPEN = 5_000;

/** The people of a round: made before anybody is killed. */
export interface Cast {
  readonly workspace: TestWorkspace;
  readonly secretary: TestPerson;
  /** The head of each delegation, by its code. */
  readonly heads: ReadonlyMap<string, TestPerson>;
}

export async function makeCast(people: TestPeople): Promise<Cast> {
  const workspace = await people.workspace([...DELEGATIONS]);
  const heads = new Map<string, TestPerson>();
  for (const code of DELEGATIONS) heads.set(code, await workspace.member(`Head ${code}`, "head", code));
  return { workspace, secretary: await workspace.member("Sara Secretary", "secretariat"), heads };
}

/** Everything that was acknowledged to somebody in a round. */
export interface Played {
  readonly text: string;
  readonly draft: string;
  readonly round: RoundView;
  readonly submissions: readonly SubmissionView[];
  /** `null` where no submission was on time. */
  readonly compilation: CompilationView | null;
}

/** Plays a whole round as careful people do, against servers that may fall at any moment. */
export async function playRound({ workspace, secretary, heads }: Cast, client: Careful): Promise<Played> {
  const ask = impatient(secretary.call);
  const text = await client.act(
    () => ask("createText", { workspace: workspace.id, body: { title: "Guide", distribution: "audience" } }),
    async () => (await ask("listTexts", { workspace: workspace.id }))[0] ?? null,
  );
  const draft = await client.act(
    async () => (await ask("addDraft", { text: text.id, name: "Draft.docx", body: smallDraft() })).id,
    async () => (await ask("readText", { text: text.id })).drafts[0]?.id ?? null,
  );
  const round = await client.act(
    () => ask("createRound", { draft, body: roundFromNow() }),
    async () => (await ask("listRounds", { text: text.id }))[0] ?? null,
  );
  const submissions = await Promise.all([
    submitOnce(heads, client, round.id, "XAA", "in good time"),
    submitTwice(heads, client, round.id, "XBB"),
    enter(secretary, client, round.id, "XCC"),
    submitOnce(heads, client, round.id, "XDD", "and as agreed"),
  ]);
  const closed = await closing(ask, client, workspace.id, round.id);
  const compilation = closed === null ? null : await released(ask, client, closed);
  return { text: text.id, draft, round, submissions: submissions.flat(), compilation };
}

function roundFromNow() {
  const now = Date.now();
  return {
    title: "First round",
    opensAt: new Date(now - 1000).toISOString(),
    closesAt: new Date(now + OPEN).toISOString(),
    timeZone: "Europe/Vienna",
  };
}

async function submitOnce(
  heads: Cast["heads"],
  client: Careful,
  round: string,
  delegation: string,
  words: string,
): Promise<SubmissionView[]> {
  const head = heads.get(delegation);
  if (head === undefined) throw new RangeError(`Nobody heads ${delegation}.`);
  const ask = impatient(head.call);
  const at = { round, delegation };
  const name = `${delegation} ${words}.docx`;
  await client.act(
    () => ask("addRoomFile", { ...at, name, body: smallSubmission(`${words}, ${delegation}`) }),
    async () => (await ask("readRoom", at)).files.find((each) => each.file.name === name) ?? null,
  );
  const { file } = await client.read(() => ask("readConsolidated", at));
  const sha256 = file?.sha256 ?? "";
  await client.act(
    () => ask("clearRoom", { ...at, body: { sha256 } }),
    async () => {
      const room = await ask("readRoom", at);
      return room.cleared?.sha256 === sha256 ? room : null;
    },
  );
  const submission = await client.act(
    () => ask("submit", { ...at, body: { sha256 } }),
    async () => (await ask("listSubmissions", { round })).find((each) => each.file.sha256 === sha256) ?? null,
  );
  return [submission];
}

async function submitTwice(
  heads: Cast["heads"],
  client: Careful,
  round: string,
  delegation: string,
): Promise<SubmissionView[]> {
  const first = await submitOnce(heads, client, round, delegation, "as we see it");
  const ask = impatient((heads.get(delegation) as TestPerson).call);
  const at = { round, delegation };
  const { files } = await client.read(() => ask("readRoom", at));
  for (const { id: file } of files) {
    const isGone = async () => ((await ask("readRoom", at)).files.some(({ id }) => id === file) ? null : true);
    await client.act(async () => {
      await ask("removeRoomFile", { ...at, file });
      return true;
    }, isGone);
  }
  return [...first, ...(await submitOnce(heads, client, round, delegation, "as we see it now"))];
}

/** What the delegation sent by e-mail, entered by the secretariat. */
async function enter(
  secretary: TestPerson,
  client: Careful,
  round: string,
  delegation: string,
): Promise<SubmissionView[]> {
  const ask = impatient(secretary.call);
  const entered = await client.act(
    () =>
      ask("enterSubmission", {
        round,
        delegation,
        name: `${delegation}.docx`,
        arrivedAt: new Date(Date.now() - 100).toISOString(),
        body: smallSubmission(`sent by e-mail, ${delegation}`),
      }),
    async () => (await ask("listSubmissions", { round })).find((each) => each.delegation.code === delegation) ?? null,
  );
  return [entered];
}

/** Waits until the round was closed; gives the compilation that this asked for, or `null` where nothing was on time. */
async function closing(ask: Call, client: Careful, workspace: string, round: string): Promise<string | null> {
  const filter = { ledger: `workspace:${workspace}`, act: "round.closed", object: round, count: 10 };
  await eventually(async () => {
    const { entries } = await client.read(() => ask("listRecord", filter));
    return entries.length > 0 ? true : null;
  }, "the closing of the round");
  const asked = await client.read(() => ask("listCompilations", { round }));
  return asked[0]?.id ?? null;
}

async function released(ask: Call, client: Careful, compilation: string): Promise<CompilationView> {
  await eventually(async () => {
    const view = await client.read(() => ask("readCompilation", { compilation }));
    return view.state === "waiting" ? null : view;
  }, "the compilation");
  return client.act(
    () => ask("release", { compilation }),
    async () => {
      const view = await ask("readCompilation", { compilation });
      return view.state === "released" ? view : null;
    },
  );
}
