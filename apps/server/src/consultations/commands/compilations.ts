import { ApiProblem } from "@compendium/contract";
import { type Actor, type Person, SYSTEM } from "../../platform/actor.ts";
import { batches } from "../../platform/database/batches.ts";
import { keepFile } from "../../platform/files/files.ts";
import { newId } from "../../platform/ids.ts";
import { tell } from "../../platform/live/live.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Db, Tx } from "../../platform/tables.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import { fileNamesOf, headingOf } from "../compiling/file-names.ts";
import { baseOf, delegationsNamed, givenFile } from "../compiling/given.ts";
import { compileRound } from "../compiling/in-thread.ts";
import type { Compiled } from "../compiling/thread.ts";
import { mailRelease } from "../mailing.ts";
import {
  type CompilationOfRound,
  type CompilationRow,
  compilationsOf,
  findCompilation,
  type RoundOfText,
  submissionsOf,
} from "../queries.ts";
import { standing } from "../standing-submissions.ts";
import { heldRound } from "./rounds.ts";

/** Asks for the submissions to be compiled as they stand now. `null`: there are none. */
export async function askForCompilation(
  tx: Tx,
  services: Services,
  actor: Actor,
  of: RoundOfText,
  now: Date,
): Promise<CompilationRow | null> {
  const submissions = standing(await submissionsOf(tx, of.round.id));
  if (submissions.length === 0) return null;
  const { last } = await tx
    .selectFrom("compilation")
    .select(({ fn }) => fn.max("number").as("last"))
    .where("round", "=", of.round.id)
    .executeTakeFirstOrThrow();
  const row: CompilationRow = {
    id: newId(),
    round: of.round.id,
    number: (last ?? 0) + 1,
    askedBy: actor.person?.name ?? "Compendium",
    askedAt: now,
    submissions: submissions.map(({ id, delegation, number, late }) => ({ submission: id, delegation, number, late })),
    builtAt: null,
    failure: null,
    counts: null,
    releasedBy: null,
    releasedAt: null,
  };
  await tx
    .insertInto("compilation")
    .values({ ...row, submissions: JSON.stringify(row.submissions), counts: JSON.stringify(null) })
    .execute();
  await services.jobs.add(tx, "compile", { compilation: row.id });
  await writeEntry(tx, services.clock, {
    ledger: workspaceLedger(of.text.workspace),
    actor,
    act: "compilation.asked for",
    object: { kind: "compilation", id: row.id },
    before: null,
    after: row,
    detail: { round: of.round.id, number: row.number, submissions: row.submissions },
  });
  await tellOfCompilation(tx, { ...of, compilation: row }, now);
  return row;
}

/** The secretariat asks. Refused while a compilation of exactly these submissions is being built. */
export function askNow(services: Services, actor: Actor, { round }: RoundOfText): Promise<CompilationOfRound> {
  return inTransaction(services, async (tx) => {
    const of = await heldRound(tx, round.id, "for update");
    const waiting = (await compilationsOf(tx, round.id)).filter(
      (each) => each.builtAt === null && each.failure === null,
    );
    const wanted = idsOf(standing(await submissionsOf(tx, round.id)).map(({ id }) => id));
    const same = waiting.find(({ submissions }) => idsOf(submissions.map(({ submission }) => submission)) === wanted);
    if (same !== undefined) {
      throw new ApiProblem("not-now", `Compilation ${same.number}, of the same submissions, is being built.`);
    }
    const compilation = await askForCompilation(tx, services, actor, of, await services.clock.now(tx));
    if (compilation === null)
      throw new ApiProblem("not-now", "No delegation has submitted anything that can be compiled.");
    return { ...of, compilation };
  });
}

function idsOf(submissions: readonly string[]): string {
  return submissions.toSorted().join(" ");
}

/** Builds a compilation that was asked for. What its job does; done again, it changes nothing. */
export async function buildCompilation(services: Services, id: string): Promise<void> {
  const { db } = services;
  const of = await findCompilation(db, id);
  if (of === null || of.compilation.builtAt !== null || of.compilation.failure !== null) return;
  const compiled = await compileRound(services.threads, {
    ...(await givenCompilation(db, of)),
    heading: headingOf(of),
  });
  await inTransaction(services, async (tx) => {
    const { builtAt, failure } = await tx
      .selectFrom("compilation")
      .select(["builtAt", "failure"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    // Another worker was faster: one result is enough, and both are equal.
    if (builtAt !== null || failure !== null) return;
    const now = await services.clock.now(tx);
    const after = compiled.read
      ? { builtAt: now, failure: null, counts: compiled.counts }
      : { builtAt: null, failure: `${compiled.problem} ${compiled.advice}`, counts: null };
    const files = compiled.read ? await keepCompiled(tx, of, compiled) : [];
    await tx
      .updateTable("compilation")
      .set({ ...after, counts: JSON.stringify(after.counts) })
      .where("id", "=", id)
      .execute();
    await writeEntry(tx, services.clock, {
      ledger: workspaceLedger(of.text.workspace),
      actor: SYSTEM,
      act: compiled.read ? "compilation.built" : "compilation.failed",
      object: { kind: "compilation", id },
      before: of.compilation,
      after: { ...of.compilation, ...after, files },
      detail: { number: of.compilation.number, ...after, files },
    });
    await tellOfCompilation(tx, of, now);
  });
}

/** The files of a compilation: its base text, the submissions that went in, and how delegations are named. */
export async function givenCompilation(db: Db, { draft, text, compilation }: CompilationOfRound) {
  const delegations = await delegationsNamed(db, text.workspace);
  const all = await submissionsOf(db, compilation.round);
  const wanted = compilation.submissions.flatMap(({ submission }) => all.filter(({ id }) => id === submission));
  const submissions = await Promise.all(
    wanted.map(async (each) => ({
      ...(await givenFile(db, each)),
      delegation: delegations.find(({ code }) => code === each.delegation) ?? {
        code: each.delegation,
        name: each.delegation,
      },
    })),
  );
  return { base: await baseOf(db, draft), submissions, delegations };
}

async function keepCompiled(tx: Tx, of: CompilationOfRound, { files, parts, proposals }: Compiled) {
  const { id } = of.compilation;
  const names = fileNamesOf(of);
  const kept: { format: string; sha256: string }[] = [];
  for (const { format, type, bytes, remarks } of files) {
    const sha256 = await keepFile(tx, bytes);
    const fileName = names[format];
    await tx
      .insertInto("compilationFile")
      .values({
        compilation: id,
        format,
        fileName,
        type,
        sha256,
        bytes: bytes.length,
        remarks: JSON.stringify(remarks),
      })
      .execute();
    kept.push({ format, sha256 });
  }
  for (const [part, document] of parts.entries()) {
    await tx.insertInto("compilationPart").values({ compilation: id, part, document }).execute();
  }
  for (const rows of batches(proposals)) {
    await tx
      .insertInto("compilationProposal")
      .values(
        rows.map((row) => ({
          compilation: id,
          ...row,
          redline: JSON.stringify(row.redline),
          delegations: JSON.stringify(row.delegations),
          moves: JSON.stringify(row.moves),
          column: JSON.stringify(row.column),
        })),
      )
      .execute();
  }
  return kept;
}

/** Releases a compilation to the audience of its round, and tells them. */
export function release(
  services: Services,
  actor: Actor & { readonly person: Person },
  { compilation: { id } }: CompilationOfRound,
): Promise<CompilationOfRound> {
  return inTransaction(services, async (tx) => {
    await tx.selectFrom("compilation").select("id").where("id", "=", id).forUpdate().execute();
    const of = await findCompilation(tx, id);
    if (of === null) throw new RangeError(`There is no compilation ${id}.`);
    const { compilation: before, round, text } = of;
    if (before.builtAt === null) throw new ApiProblem("not-now", "The compilation is not built yet.");
    if (before.releasedAt !== null) throw new ApiProblem("not-now", "The compilation was released already.");
    const now = await services.clock.now(tx);
    if (now < round.closesAt) {
      throw new ApiProblem(
        "not-now",
        "A compilation is released after the deadline: until then submissions can change.",
      );
    }
    const after = { ...before, releasedBy: actor.person.name, releasedAt: now };
    const { releasedBy, releasedAt } = after;
    await tx.updateTable("compilation").set({ releasedBy, releasedAt }).where("id", "=", id).execute();
    await writeEntry(tx, services.clock, {
      ledger: workspaceLedger(text.workspace),
      actor,
      act: "compilation.released",
      object: { kind: "compilation", id },
      before,
      after,
      detail: { number: before.number, delegations: round.delegations },
    });
    const released = { ...of, compilation: after };
    await mailRelease(tx, services, released, now);
    await tellOfCompilation(tx, released, now);
    return released;
  });
}

async function tellOfCompilation(tx: Tx, { compilation, text }: CompilationOfRound, now: Date): Promise<void> {
  await tell(tx, { kind: "compilation", id: compilation.id, workspace: text.workspace, at: now.toISOString() });
}
