import type { NegotiatedPassage, NegotiationView } from "@compendium/contract";
import { eventually } from "./eventually.ts";
import { illustrativeFile } from "./illustrative.ts";
import type { TestPerson, TestServer } from "./test-server.ts";

const HOUR = 60 * 60 * 1000;
type NamedFile = ReturnType<typeof illustrativeFile>;

/** What the draft is, and what delegations send, by code. */
export interface Sent {
  readonly draft: NamedFile;
  readonly submissions: Readonly<Record<string, NamedFile>>;
}

/** The illustrative guide, and by code of whom the illustrative file is that a delegation sends. */
export function illustrative(submitted: Readonly<Record<string, string>>): Sent {
  const files = Object.entries(submitted).map(([code, name]): [string, NamedFile] => [
    code,
    { ...illustrativeFile(name), name: `${code}.docx` },
  ]);
  return { draft: illustrativeFile("Guide draft 2"), submissions: Object.fromEntries(files) };
}

const THREE = { XAA: "Ankervale", XBB: "Brindovar", XCC: "Cottarine" };

/** A negotiation of three delegations, on the illustrative guide if nothing else is sent: its compilation is released. */
export async function releasedCompilation(server: TestServer, sent: Sent = illustrative(THREE)) {
  const workspace = await server.workspace(["XAA", "XBB", "XCC"]);
  const secretary = await workspace.member("Sara Secretary", "secretariat");
  const chair = await workspace.member("Cora Chair", "chair");
  const heads = {
    XAA: await workspace.member("Ada Head", "head", "XAA"),
    XBB: await workspace.member("Bela Head", "head", "XBB"),
  };
  const draftFile = sent.draft;
  const text = await secretary.call("createText", {
    workspace: workspace.id,
    body: { title: "Guide", symbol: "FSC.DEL/99/26", distribution: "audience", languages: ["fr"] },
  });
  const draft = await secretary.call("addDraft", { text: text.id, name: draftFile.name, body: draftFile.bytes });
  const now = (await server.platform.clock.now(server.platform.db)).getTime();
  const round = await secretary.call("createRound", {
    draft: draft.id,
    body: {
      title: "First round",
      opensAt: new Date(now - 1000).toISOString(),
      closesAt: new Date(now + HOUR).toISOString(),
      timeZone: "UTC",
    },
  });
  for (const [delegation, { name, bytes }] of Object.entries(sent.submissions)) {
    await secretary.call("enterSubmission", {
      round: round.id,
      delegation,
      name,
      arrivedAt: new Date(now).toISOString(),
      body: bytes,
    });
  }
  server.pass(2 * HOUR);
  await secretary.call("askForCompilation", { round: round.id });
  const compilation = await builtCompilation(secretary, round.id);
  await secretary.call("release", { compilation });
  return { secretary, chair, heads, compilation, draftFile: draftFile.bytes };
}

export function builtCompilation({ call }: TestPerson, round: string): Promise<string> {
  return eventually(async () => {
    const [newest] = await call("listCompilations", { round });
    return newest?.state === "built" ? newest.id : null;
  }, "the compilation");
}

/** Finds a passage by its base wording. */
export function finder({ passages }: NegotiationView) {
  return (base: string): NegotiatedPassage => {
    const found = passages.find((each) => each.base === base);
    if (found === undefined)
      throw new Error(`No passage “${base}” among: ${passages.map((each) => each.base).join("|")}`);
    return found;
  };
}
