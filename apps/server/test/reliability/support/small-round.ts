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
  const text = await secretary.call("createText", {
    workspace: workspace.id,
    body: { title: "Guide", distribution: "audience" },
  });
  const draft = await secretary.call("addDraft", { text: text.id, name: "Draft.docx", body: smallDraft() });
  return { workspace, secretary, heads, delegations, text: text.id, draft: draft.id };
}

/** A round that opened a second ago and closes so many ms from now. */
export function openRound({ secretary, draft }: SmallText, closesIn: number): Promise<RoundView> {
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
