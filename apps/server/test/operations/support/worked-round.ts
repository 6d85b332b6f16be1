import { eventually } from "../../support/eventually.ts";
import { illustrativeFile } from "../../support/illustrative.ts";
import type { TestServer } from "../../support/test-server.ts";

const HOUR = 60 * 60 * 1000;

/** An open round with two submissions and one built compilation: something in nearly every table. */
export async function workedRound(server: TestServer) {
  const { platform } = server;
  const workspace = await server.workspace(["XAA", "XBB"]);
  const secretary = await workspace.member("Sara Secretary", "secretariat");
  const expert = await workspace.member("Egon Expert", "expert", "XAA");
  await workspace.member("Ada Head", "head", "XAA");
  const file = illustrativeFile("Guide draft 2");
  const text = await secretary.call("createText", {
    workspace: workspace.id,
    body: { title: "Guide", symbol: "FSC.DEL/99/26", distribution: "audience" },
  });
  const draft = await secretary.call("addDraft", { text: text.id, name: file.name, body: file.bytes });
  const now = await platform.clock.now(platform.db);
  const round = await secretary.call("createRound", {
    draft: draft.id,
    body: {
      title: "First round",
      opensAt: new Date(now.getTime() - 1000).toISOString(),
      closesAt: new Date(now.getTime() + 2 * HOUR).toISOString(),
      timeZone: "Europe/Vienna",
      reminders: [1],
    },
  });
  const roomFile = illustrativeFile("Ankervale");
  await expert.call("addRoomFile", { round: round.id, delegation: "XAA", name: roomFile.name, body: roomFile.bytes });
  const submissions: string[] = [];
  for (const [delegation, part] of [
    ["XAA", "Ankervale"],
    ["XBB", "Brindovar"],
  ] as const) {
    const { name, bytes } = illustrativeFile(part);
    const arrivedAt = (await platform.clock.now(platform.db)).toISOString();
    const entered = await secretary.call("enterSubmission", {
      round: round.id,
      delegation,
      name,
      arrivedAt,
      body: bytes,
    });
    submissions.push(entered.id);
  }
  const compilation = await secretary.call("askForCompilation", { round: round.id });
  await eventually(async () => {
    const { state } = await secretary.call("readCompilation", { compilation: compilation.id });
    return state === "built" ? state : null;
  }, "the compilation");
  return { workspace, secretary, round, submissions, compilation };
}
