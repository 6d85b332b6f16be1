import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Database } from "../../platform/database/database.ts";
import { stepsTaken } from "../../platform/database/migrate.ts";
import { workersAlive } from "../../platform/jobs/worker-beat.ts";
import type { Db } from "../../platform/tables.ts";
import { verifyDatabase } from "../verify/verify-database.ts";
import { type Check, fault, ok, warning } from "./check.ts";
import { checkVerdict } from "./check-verdict.ts";

/** The oldest PostgreSQL that the tests run on. */
const VERSION_LEAST = 15;

/** Clocks that differ by more show wrong times; by the larger number, a deadline is another one. In ms. */
const CLOCK_OFF = 2_000;
const CLOCK_WRONG = 60_000;

/** Everything that can be asked of a database that is open. */
export async function checkDatabase(
  { db, kind }: Database,
  migrations: Readonly<Record<string, Migration>>,
): Promise<readonly Check[]> {
  const version = await checkVersion(db);
  const shape = checkShape(await stepsTaken(db), Object.keys(migrations));
  if (shape.state !== "ok") return [version, shape];
  return [
    version,
    shape,
    await checkClock(db),
    ...(kind === "postgresql" ? [await checkWorkers(db)] : []),
    await checkJobs(db),
    await checkMails(db),
    ...checkVerdict(await verifyDatabase(db, null)),
  ];
}

async function checkVersion(db: Db): Promise<Check> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db);
  const version = rows[0]?.version ?? "unknown";
  return Number.parseInt(version, 10) >= VERSION_LEAST
    ? ok("database", `PostgreSQL ${version}`)
    : fault("database", `PostgreSQL ${version} is too old`, `Use PostgreSQL ${VERSION_LEAST} or later.`);
}

function checkShape(taken: readonly string[], known: readonly string[]): Check {
  const unknown = taken.filter((name) => !known.includes(name));
  const missing = known.filter((name) => !taken.includes(name));
  if (unknown.length > 0) {
    return fault("shape", `of a newer version: ${unknown.join(", ")}`, "Use the version that runs on this database.");
  }
  if (missing.length === 0) return ok("shape", `${taken.length} steps, all of them taken`);
  return warning(
    "shape",
    taken.length === 0 ? "the database is empty" : `not taken yet: ${missing.join(", ")}`,
    "Make a backup, then start the server: it takes them.",
  );
}

async function checkClock(db: Db): Promise<Check> {
  const before = Date.now();
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  const half = (Date.now() - before) / 2;
  const off = Math.round(Math.abs(new Date(rows[0]?.now ?? 0).getTime() - before - half));
  const what = `the database and this machine differ by ${off} ms`;
  const advice = "Let both follow a time server (NTP). Deadlines follow the clock of the database.";
  if (off > CLOCK_WRONG) return fault("clock", what, advice);
  return off > CLOCK_OFF ? warning("clock", what, advice) : ok("clock", what);
}

async function checkWorkers(db: Db): Promise<Check> {
  const count = await workersAlive(db);
  return count > 0
    ? ok("workers", `${count} seen within a minute`)
    : warning("workers", "none was seen within a minute", "Start one: COMPENDIUM_RUNS is both or worker.");
}

/** Asked without starting the queue, which would change it. */
async function checkJobs(db: Db): Promise<Check> {
  const { rows: there } = await sql<{ name: string | null }>`select to_regclass('jobs.job')::text as name`.execute(db);
  if (there[0]?.name == null) return ok("jobs", "none yet");
  const { rows } = await sql<{ name: string; count: number }>`
    select name, count(*)::int as count from jobs.job where state = 'failed' group by name order by name`.execute(db);
  if (rows.length === 0) return ok("jobs", "none failed for good");
  const what = rows.map(({ name, count }) => `${name} (${count})`).join(", ");
  return warning(
    "jobs",
    `failed for good: ${what}`,
    "The log says why. Ask for a compilation anew; mail can be sent by hand.",
  );
}

/** A mail server that refuses for so long will not take them by itself. */
async function checkMails(db: Db): Promise<Check> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from mail
    where sent_at is null and created_at < now() - interval '1 hour'`.execute(db);
  const count = rows[0]?.count ?? 0;
  return count === 0
    ? ok("mails", "none waits for longer than an hour")
    : warning(
        "mails",
        `${count} wait for longer than an hour`,
        "Look at the mail server, and at the log for its answer.",
      );
}
