import type { Call, RoundView, SubmissionView } from "@compendium/contract";
import type { TestPeople, TestPerson, TestWorkspace } from "../../support/test-people.ts";
import { smallDraft, smallSubmission } from "./small-files.ts";

/** A text with one small draft, and the people of its workspace. */
export interface SmallText {
  readonly workspace: TestWorkspace;
  readonly secretary: TestPerson;
  /** One head of each delegation, in their order. */
  readonly heads: readonly TestPerson[];
  readonly delegations: readonly string[];
  readonly text: string;
  readonly draft: string;
}

export async function makeSmallText(people: TestPeople, delegations: readonly string[]): Promise<SmallText> {
  const workspace = await people.workspace(delegations);
  const secretary = await workspace.member("Sara Secretary", "secretariat");
  const heads: TestPerson[] = [];
  for (const code of delegations) heads.push(await workspace.member(`Head ${code}`, "head", code));
  return { workspace, secretary, heads, delegations, ...(await addSmallText(workspace, secretary)) };
}

/** The text alone, of people who are there. */
export async function addSmallText({ id: workspace }: TestWorkspace, { call }: TestPerson) {
  const { id: text } = await call("createText", { workspace, body: { title: "Guide", distribution: "audience" } });
  const { id: draft } = await call("addDraft", { text, name: "Draft.docx", body: smallDraft() });
  return { text, draft };
}

/** A round that opened a second ago and closes so many ms from now. */
export function openRound(
  { secretary, draft }: Pick<SmallText, "secretary" | "draft">,
  closesIn: number,
): Promise<RoundView> {
  const now = Date.now();
  return secretary.call("createRound", {
    draft,
    body: {
      title: "Round",
      opensAt: new Date(now - 1000).toISOString(),
      closesAt: new Date(now + closesIn).toISOString(),
      timeZone: "UTC",
    },
  });
}

/** Puts a file into the delegation's room and clears it; gives the hash that can be submitted. */
export async function prepare(call: Call, round: string, delegation: string, words: string): Promise<string> {
  const at = { round, delegation };
  await call("addRoomFile", { ...at, name: `${words}.docx`, body: smallSubmission(`${words}, ${delegation}`) });
  const { file } = await call("readConsolidated", at);
  const sha256 = file?.sha256 ?? "";
  await call("clearRoom", { ...at, body: { sha256 } });
  return sha256;
}

export async function prepareAndSubmit(
  call: Call,
  round: string,
  delegation: string,
  words: string,
): Promise<SubmissionView> {
  const sha256 = await prepare(call, round, delegation, words);
  return call("submit", { round, delegation, body: { sha256 } });
}

/**
 * A compilation of the submissions of two delegations, released: its negotiation has a passage for each of them. `built`
 * resolves when a compilation that was asked for is there.
 */
export async function releasedNegotiation(
  text: Omit<SmallText, "workspace">,
  built: (compilation: string) => Promise<unknown>,
): Promise<string> {
  const round = await openRound(text, 2_500);
  for (const [i, delegation] of text.delegations.slice(0, 2).entries()) {
    const { call } = text.heads[i] as TestPerson;
    const at = { round: round.id, delegation };
    await call("addRoomFile", { ...at, name: "Ours.docx", body: smallSubmission(`of ${delegation}`, i) });
    const { file } = await call("readConsolidated", at);
    const body = { sha256: file?.sha256 ?? "" };
    await call("clearRoom", { ...at, body });
    await call("submit", { ...at, body });
  }
  const { id } = await text.secretary.call("askForCompilation", { round: round.id });
  await built(id);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, Date.parse(round.closesAt) - Date.now()) + 50));
  await text.secretary.call("release", { compilation: id });
  return id;
}
