import type { RecordEntry } from "@compendium/contract";
import { expect } from "vitest";
import { headingOf } from "../../../src/consultations/compiling/file-names.ts";
import { compile } from "../../../src/consultations/compiling/thread.ts";
import { findCompilation } from "../../../src/consultations/queries.ts";
import { standing } from "../../../src/consultations/standing-submissions.ts";
import { readFile, sha256Of } from "../../../src/platform/files/files.ts";
import type { Db } from "../../../src/platform/tables.ts";
import { verifyChain } from "../../../src/record/index.ts";
import { ledgersOf, readChain } from "../../../src/record/queries.ts";
import type { Cast, Played } from "./scripted-round.ts";
import { DELEGATIONS } from "./scripted-round.ts";

/** Checks a round that was played under fire against what its people were told: everything is there, and once. */
export async function checkRound(db: Db, cast: Cast, played: Played): Promise<void> {
  const entries = await checkChains(db, cast.workspace.id);
  await checkActs(cast, played, entries);
  await checkClosing(db, played, entries);
  await checkMails(db, cast, played);
}

/** Every chain of the workspace verifies, to its known end. */
export async function checkChains(db: Db, workspace: string): Promise<readonly RecordEntry[]> {
  const all: RecordEntry[] = [];
  for (const { id, entries, head } of await ledgersOf(db, workspace)) {
    const chain = await readChain(db, id);
    expect(verifyChain(chain, { entries, head }), `the chain ${id}`).toEqual([]);
    all.push(...chain);
  }
  return all;
}

/** What was acknowledged is there as it was told, with its entry in the record; and nothing is there that nobody did. */
async function checkActs(cast: Cast, played: Played, entries: readonly RecordEntry[]): Promise<void> {
  const { round, compilation } = played;
  const ask = cast.secretary.call;
  expect(await ask("readRound", { round: round.id })).toMatchObject({ title: round.title, closesAt: round.closesAt });
  const there = await ask("listSubmissions", { round: round.id });
  expect(there.map(({ id }) => id).toSorted()).toEqual(played.submissions.map(({ id }) => id).toSorted());
  for (const told of played.submissions) {
    const { receivedAt, late, number, file } = told;
    expect(await ask("readSubmission", { submission: told.id })).toMatchObject({ receivedAt, late, number, file });
    expect(entries.find(({ hash }) => hash === told.recordEntry.hash)).toMatchObject({
      ledger: told.recordEntry.ledger,
      number: told.recordEntry.number,
      object: { kind: "submission", id: told.id },
    });
  }
  const times = (act: string) => entries.filter((each) => each.act === act).length;
  expect({
    texts: times("text.made"),
    drafts: times("draft.added"),
    rounds: times("round.made"),
    announced: times("round.announced"),
    files: times("room file.added"),
    removed: times("room file.removed"),
    cleared: times("submission.cleared"),
    submitted: times("submission.submitted"),
    entered: times("submission.entered"),
    closed: times("round.closed"),
    asked: times("compilation.asked for"),
    built: times("compilation.built"),
    failed: times("compilation.failed"),
    released: times("compilation.released"),
  }).toEqual({
    texts: 1,
    drafts: 1,
    rounds: 1,
    announced: 1,
    files: 4,
    removed: 1,
    cleared: 4,
    submitted: 4,
    entered: 1,
    closed: 1,
    asked: compilation === null ? 0 : 1,
    built: compilation === null ? 0 : 1,
    failed: 0,
    released: compilation === null ? 0 : 1,
  });
}

/** The closing compiled exactly what was on time, and the files are byte for byte what the engine makes of that. */
export async function checkClosing(
  db: Db,
  { draft, round }: Pick<Played, "draft" | "round">,
  entries: readonly RecordEntry[],
): Promise<void> {
  const closed = entries.filter(({ act, object }) => act === "round.closed" && object.id === round.id).at(-1);
  const submissions = await db
    .selectFrom("submission")
    .selectAll()
    .where("round", "=", round.id)
    .orderBy("delegation")
    .orderBy("number", "desc")
    .execute();
  const { closesAt } = await db.selectFrom("round").selectAll().where("id", "=", round.id).executeTakeFirstOrThrow();
  for (const each of submissions) {
    expect(each.late, `${each.delegation} received ${each.receivedAt.toISOString()}`).toBe(each.receivedAt >= closesAt);
    // Whatever the web took in time was committed before the closing looked.
    if (each.channel === "web" && !each.late) expect(each.recordNumber).toBeLessThan(closed?.number ?? 0);
  }
  const due = standing(submissions.filter(({ recordNumber }) => recordNumber < (closed?.number ?? 0)));
  const compilations = await db.selectFrom("compilation").selectAll().where("round", "=", round.id).execute();
  expect(compilations.map(({ number }) => number)).toEqual(due.length === 0 ? [] : [1]);
  const [compilation] = compilations;
  if (compilation === undefined) return;
  expect(compilation.submissions.map(({ submission }) => submission).toSorted()).toEqual(
    due.map(({ id }) => id).toSorted(),
  );
  expect(compilation.builtAt).not.toBeNull();

  const base = await db.selectFrom("draft").selectAll().where("id", "=", draft).executeTakeFirstOrThrow();
  const delegations = await db
    .selectFrom("delegation")
    .innerJoin("text", "text.workspace", "delegation.workspace")
    .where("text.id", "=", base.text)
    .select(["code", "name"])
    .orderBy("position")
    .execute();
  const given = async (row: { readonly fileName: string; readonly sha256: string; readonly bytes: number }) => ({
    file: { name: row.fileName, sha256: row.sha256, bytes: row.bytes },
    bytes: await readFile(db, row.sha256),
  });
  const of = await findCompilation(db, compilation.id);
  if (of === null) throw new Error(`The compilation ${compilation.id} is of no round.`);
  const expected = compile({
    base: await given(base),
    submissions: await Promise.all(
      due.map(async (each) => ({
        ...(await given(each)),
        delegation: {
          code: each.delegation,
          name: delegations.find(({ code }) => code === each.delegation)?.name ?? "",
        },
      })),
    ),
    delegations,
    heading: headingOf(of),
  });
  if (!expected.read) throw new Error(expected.problem);
  const kept = await db
    .selectFrom("compilationFile")
    .select(["format", "sha256"])
    .where("compilation", "=", compilation.id)
    .execute();
  expect(Object.fromEntries(kept.map(({ format, sha256 }) => [format, sha256]))).toEqual(
    Object.fromEntries(expected.files.map(({ format, bytes }) => [format, sha256Of(bytes)])),
  );
}

/** Exactly the mails that the acts call for, each to each who should have it. */
async function checkMails(db: Db, { heads }: Cast, { submissions, round, compilation }: Played): Promise<void> {
  const addresses = [...heads.values()].map(({ email }) => email);
  const mails = await db.selectFrom("mail").select(["id", "recipient", "subject", "sentAt"]).execute();
  const told = mails
    .filter(({ recipient }) => addresses.includes(recipient))
    .map(({ recipient, subject }) => `${addresses.indexOf(recipient)} ${kindOf(subject)}`);
  const codes: readonly string[] = DELEGATIONS;
  const receipts = submissions.map(({ delegation, number }) => {
    const head = codes.indexOf(delegation.code);
    return `${head} receipt ${number}`;
  });
  const announced = DELEGATIONS.map((_, head) => `${head} announcement`);
  const released = compilation === null ? [] : DELEGATIONS.map((_, head) => `${head} release`);
  expect(told.toSorted(), round.id).toEqual([...announced, ...receipts, ...released].toSorted());
}

function kindOf(subject: string): string {
  const receipt = /receipt of submission (\d+)/.exec(subject)?.[1];
  if (receipt !== undefined) return `receipt ${receipt}`;
  return subject.includes("comments invited") ? "announcement" : subject.includes("released") ? "release" : subject;
}
