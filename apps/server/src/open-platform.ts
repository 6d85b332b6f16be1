import { join } from "node:path";
import { workOnConsultations } from "./consultations/index.ts";
import { type Backups, openBackups } from "./installation/backup/backups.ts";
import { migrations } from "./migrations.ts";
import { type Clock, databaseClock } from "./platform/clock.ts";
import type { Database } from "./platform/database/database.ts";
import { migrate } from "./platform/database/migrate.ts";
import { openDatabase } from "./platform/database/open-database.ts";
import { type JobName, type Jobs, startJobs } from "./platform/jobs/jobs.ts";
import { NOT_WORKING, startWorkerBeat, type WorkerBeat } from "./platform/jobs/worker-beat.ts";
import { makeLog } from "./platform/logs/log.ts";
import { fileCarrier, smtpCarrier } from "./platform/mail/carrier.ts";
import { sendMail } from "./platform/mail/send-mail.ts";
import type { Services } from "./platform/services.ts";
import type { Settings } from "./platform/settings.ts";
import { startThreads } from "./platform/threads/threads.ts";

/** Everything below HTTP, open: what the server, the workers and the tools work with. */
export interface Platform extends Services {
  readonly database: Database;
  /** In this process's data folder. */
  readonly backups: Backups;
  /** Begins to work off jobs in this process. */
  readonly work: () => Promise<void>;
  /** Whether this process works, and is alive doing so. */
  readonly beat: () => WorkerBeat;
  readonly close: () => Promise<void>;
}

const JOBS: readonly JobName[] = ["mail", "open-round", "close-round", "remind", "compile"];

/** Opens the database, brings it to the newest shape, and starts what the rooms need. */
export async function openPlatform(settings: Settings, clock: Clock = databaseClock): Promise<Platform> {
  const log = makeLog(settings);
  const database = await openDatabase(settings);
  const { db } = database;
  await migrate(db, migrations);
  const jobs = await startQueue(database, settings, (err) => log.error({ err }, "The queue of jobs failed."));
  const threads = startThreads();
  const services: Services = { db, clock, jobs, threads, settings, log };
  let beat: WorkerBeat = NOT_WORKING;
  const carrier =
    settings.smtpUrl === null ? fileCarrier(join(settings.dataFolder, "mail")) : smtpCarrier(settings.smtpUrl);
  return {
    ...services,
    database,
    backups: openBackups({ database, clock, settings }),
    work: async () => {
      await jobs.work("mail", ({ mail }) => sendMail(db, clock, carrier, settings.mailFrom, mail));
      await workOnConsultations(services);
      beat = await startWorkerBeat(db, log);
    },
    beat: () => beat,
    close: async () => {
      await jobs.close();
      await beat.stop();
      await threads.close();
      await database.close();
    },
  };
}

/** Starts the queue of jobs, in which nobody works yet. */
export function startQueue(
  database: Database,
  { jobHeartbeat: heartbeat }: Settings,
  onError: (error: Error) => void,
): Promise<Jobs> {
  return startJobs(database, { names: JOBS, heartbeat, onError });
}
