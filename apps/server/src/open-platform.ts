import { join } from "node:path";
import { workOnConsultations } from "./consultations/index.ts";
import { migrations } from "./migrations.ts";
import { type Clock, databaseClock } from "./platform/clock.ts";
import type { Database } from "./platform/database/database.ts";
import { migrate } from "./platform/database/migrate.ts";
import { openEmbedded } from "./platform/database/open-embedded.ts";
import { openPostgresql } from "./platform/database/open-postgresql.ts";
import { type JobName, startJobs } from "./platform/jobs/jobs.ts";
import { fileCarrier, smtpCarrier } from "./platform/mail/carrier.ts";
import { sendMail } from "./platform/mail/send-mail.ts";
import type { Services } from "./platform/services.ts";
import type { Settings } from "./platform/settings.ts";
import { startThreads } from "./platform/threads/threads.ts";

/** Everything below HTTP, open: what the server, the workers and the tools work with. */
export interface Platform extends Services {
  readonly database: Database;
  /** Begins to work off jobs in this process. */
  readonly work: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const JOBS: readonly JobName[] = ["mail", "open-round", "close-round", "remind", "compile"];

/** Opens the database, brings it to the newest shape, and starts what the rooms need. */
export async function openPlatform(settings: Settings, clock: Clock = databaseClock): Promise<Platform> {
  const database =
    settings.databaseUrl === null ? await openEmbedded(settings.dataFolder) : openPostgresql(settings.databaseUrl);
  const { db } = database;
  await migrate(db, migrations);
  const jobs = await startJobs(database, {
    names: JOBS,
    heartbeat: settings.jobHeartbeat,
    onError: (error) => console.error(error),
  });
  const threads = startThreads();
  const services: Services = { db, clock, jobs, threads, settings };
  const carrier =
    settings.smtpUrl === null ? fileCarrier(join(settings.dataFolder, "mail")) : smtpCarrier(settings.smtpUrl);
  return {
    ...services,
    database,
    work: async () => {
      await jobs.work("mail", ({ mail }) => sendMail(db, clock, carrier, settings.mailFrom, mail));
      await workOnConsultations(services);
    },
    close: async () => {
      await jobs.close();
      await threads.close();
      await database.close();
    },
  };
}
