import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { startCluster } from "../../../../../tools/postgresql.ts";
import { careful } from "./careful-client.ts";
import type { Chance } from "./chance.ts";
import { checkJobs, untilQuiet } from "./check-jobs.ts";
import { checkRound } from "./check-round.ts";
import { openDirect } from "./direct.ts";
import { letLoose } from "./killer.ts";
import { writtenMails } from "./mail-folder.ts";
import { makeCast, playRound } from "./scripted-round.ts";
import { startServerProcess } from "./server-process.ts";

/** What happened in rounds that were played while processes were killed. */
export interface UnderFire {
  readonly rounds: number;
  readonly kills: Readonly<Record<string, number>>;
  /** Starts that ended with a reason, because PostgreSQL was killed meanwhile; each was started again. */
  readonly refusals: number;
  /** Acts that somebody was told are done, and that were found so afterwards. */
  readonly acknowledged: number;
  /** Failures that clients saw, by their code. */
  readonly failures: Readonly<Record<string, number>>;
  readonly mails: number;
}

/**
 * Plays rounds one after the other on one PostgreSQL, with a server and a worker as processes of their own, and kills all
 * three at random moments. Each round is checked when it is over. Throws where anything is missing, wrong or twice.
 */
export async function playRoundsUnderFire(
  rounds: number,
  chance: Chance,
  told: (line: string) => void = () => undefined,
): Promise<UnderFire> {
  const cluster = await startCluster();
  const folder = mkdtempSync(join(tmpdir(), "compendium-fire-"));
  const databaseUrl = await cluster.createDatabase();
  const environment = { DATABASE_URL: databaseUrl, COMPENDIUM_DATA: folder };
  const server = await startServerProcess("server", environment);
  const worker = await startServerProcess("worker", environment);
  const direct = openDirect(databaseUrl, server.url);
  const kills: Record<string, number> = {};
  const failures: Record<string, number> = {};
  let acknowledged = 0;
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const cast = await makeCast(direct);
      const client = careful();
      const killer = letLoose({ server, worker, cluster }, chance);
      const begun = Date.now();
      const played = await playRound(cast, client).finally(() => killer.stop());
      await untilQuiet(direct.db);
      await checkRound(direct.db, cast, played);
      acknowledged += client.acts();
      for (const each of killer.killed) count(kills, each.replace(/ at .*/, ""), 1);
      for (const [code, times] of client.failures) count(failures, code, times);
      told(`round ${round}: ${killer.killed.join(", ")}; ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    }
    await checkJobs(direct.db);
    const mails = await direct.db.selectFrom("mail").select("id").execute();
    const written = writtenMails(folder);
    expect(written.map(({ id }) => id).toSorted()).toEqual(mails.map(({ id }) => id).toSorted());
    // A server that loses its database says so, and does not call it a mistake of its own.
    expect(failures["server-fault"] ?? 0).toBe(0);
    expect([...server.crashes(), ...worker.crashes()]).toEqual([]);
    const refusals = server.refusals() + worker.refusals();
    return { rounds, kills, refusals, acknowledged, failures, mails: written.length };
  } catch (error) {
    told(`server:\n${server.log()}\nworker:\n${worker.log()}`);
    throw error;
  } finally {
    await direct.close();
    await Promise.all([server.stop(), worker.stop()]);
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(into: Record<string, number>, what: string, times: number): void {
  into[what] = (into[what] ?? 0) + times;
}
