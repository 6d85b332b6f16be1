import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "../../../src/platform/tables.ts";
import { eventually } from "../../support/eventually.ts";

interface JobRow {
  readonly name: string;
  readonly state: string;
  readonly subject: string;
}

/** Until no job waits or runs that is due: those of killed workers begin again after their heartbeat. */
export async function untilQuiet(db: Db): Promise<void> {
  await quietMoment(db);
}

/** Every job that was due is done, none has failed for good; each compilation and each mail had one, and was made and sent. */
export async function checkJobs(db: Db): Promise<void> {
  const { rows, mails, compilations } = await quietMoment(db);
  expect(rows.filter(({ state }) => state !== "completed")).toEqual([]);
  const of = (wanted: string) => rows.flatMap(({ name, subject }) => (name === wanted ? [subject] : [])).toSorted();
  expect(mails.filter(({ sentAt }) => sentAt === null)).toEqual([]);
  expect(of("mail")).toEqual(mails.map(({ id }) => id).toSorted());
  expect(compilations.filter(({ builtAt }) => builtAt === null)).toEqual([]);
  expect(of("compile")).toEqual(compilations.map(({ id }) => id).toSorted());
}

/** What there is at one moment at which nothing is to be done: a job that comes due just then would tell half of it. */
function quietMoment(db: Db) {
  return eventually(
    () =>
      db
        .transaction()
        .setIsolationLevel("repeatable read")
        .execute(async (tx) => {
          const rows = await jobs(tx);
          if (rows.some(({ state }) => ["created", "retry", "active"].includes(state))) return null;
          const mails = await tx.selectFrom("mail").select(["id", "sentAt"]).execute();
          const compilations = await tx.selectFrom("compilation").select(["id", "builtAt"]).execute();
          return { rows, mails, compilations };
        }),
    "all jobs to be done",
  );
}

/** Jobs of the server that are due, done ones among them; one that waits to be tried again is due. */
async function jobs(db: Db): Promise<readonly JobRow[]> {
  const { rows } = await sql<JobRow>`
    select name, state::text, coalesce(data ->> 'mail', data ->> 'compilation', data ->> 'round') as subject
    from jobs.job where name in ('mail', 'open-round', 'close-round', 'remind', 'compile')
    and (state <> 'created' or start_after <= now())`.execute(db);
  return rows;
}
