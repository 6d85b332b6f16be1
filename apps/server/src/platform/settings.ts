import { join, resolve } from "node:path";
import { z } from "zod";

/** What the environment tells the server, checked. docs/reference/settings.md explains each. */
export interface Settings {
  /** A PostgreSQL to use; without one, the embedded database under `dataFolder`. */
  readonly databaseUrl: string | null;
  /** Absolute path: embedded database, its dumps, mails written as files, the secret. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** Where people find the site, without a slash at the end: in mails, and the only origin that may send changes. */
  readonly url: string;
  /** A mail server, `smtp://user:password@host:587`; without one, mails are written as .eml files. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Signs sessions. `null`: one is made and kept in the data folder. */
  readonly secret: string | null;
  readonly oidc: OidcSettings | null;
  /** In bytes. */
  readonly largestUpload: number;
  /** Of one person, or of one address that is not signed in. */
  readonly requestsPerMinute: number;
  /** Whether a proxy in front tells the address of whoever asks. */
  readonly trustProxy: boolean;
  /** What this process does: answer requests, work off jobs, or both. */
  readonly runs: "both" | "server" | "worker";
  /** For how many seconds a job is left to a worker that gives no sign of life. 10 or more, says the job queue. */
  readonly jobHeartbeat: number;
  /** Lets a Prometheus on another machine read `/metrics`; `null`: only this machine reads it. */
  readonly metricsToken: string | null;
  /** How many of its daily dumps the embedded database keeps; 0: none is made. */
  readonly backupsKept: number;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
}

interface OidcSettings {
  readonly issuer: string;
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * The root of the project. From here the data folder is found, and not from where one stands: npm starts the server in a
 * folder of its own, and whoever runs a command on its data stands anywhere.
 */
const PROJECT = join(import.meta.dirname, "../../../..");

/** A whole number, from `least` to `most`. */
function whole(least: number, most = Number.MAX_SAFE_INTEGER) {
  const error =
    most === Number.MAX_SAFE_INTEGER
      ? `must be a whole number, ${least} or more`
      : `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

const Environment = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must be like postgres://user:password@host/name" })
    .optional(),
  COMPENDIUM_DATA: z.string().default("data"),
  COMPENDIUM_HOST: z.string().default("127.0.0.1"),
  COMPENDIUM_PORT: whole(0, 65535).default(1540),
  COMPENDIUM_URL: z.url({ protocol: /^https?$/, error: "must be like https://compendium.example" }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be like smtp://user:password@host:587" }).optional(),
  COMPENDIUM_MAIL_FROM: z.string().default("Compendium <compendium@localhost>"),
  COMPENDIUM_SECRET: z.string().min(32, "must have 32 characters or more").optional(),
  COMPENDIUM_OIDC_ISSUER: z.url().optional(),
  COMPENDIUM_OIDC_NAME: z.string().default("Single sign-on"),
  COMPENDIUM_OIDC_CLIENT_ID: z.string().optional(),
  COMPENDIUM_OIDC_CLIENT_SECRET: z.string().optional(),
  COMPENDIUM_UPLOAD_MB: z.coerce
    .number({ error: "must be a number from 1 to 500" })
    .min(1, { error: "must be a number from 1 to 500" })
    .max(500, { error: "must be a number from 1 to 500" })
    .default(50),
  COMPENDIUM_REQUESTS_PER_MINUTE: whole(1).default(1200),
  COMPENDIUM_BEHIND_PROXY: z.stringbool().default(false),
  COMPENDIUM_RUNS: z.enum(["both", "server", "worker"]).default("both"),
  COMPENDIUM_JOB_HEARTBEAT: whole(10, 600).default(20),
  COMPENDIUM_METRICS_TOKEN: z.string().min(16, "must have 16 characters or more").optional(),
  COMPENDIUM_BACKUPS_KEPT: whole(0, 1000).default(14),
  COMPENDIUM_LOG: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

/** Every variable with its default as text; `null` where it has none. docs/reference/settings.md is held to it. */
export function variables(): Readonly<Record<string, string | null>> {
  const defaults = Environment.parse({});
  return Object.fromEntries(
    Object.keys(Environment.shape).map((name) => {
      const value = defaults[name as keyof typeof defaults];
      return [name, value === undefined ? null : String(value)];
    }),
  );
}

/** Reads the settings. Throws an `Error` that names every variable that is not right, and how it should be. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  // An empty variable counts as one that is not set: so compose files pass them on.
  const set = Object.entries(environment).filter(([, value]) => value !== "");
  const parsed = Environment.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
    throw new Error(`These settings are not right:\n${faults.join("\n")}`);
  }
  const given = parsed.data;
  const {
    COMPENDIUM_OIDC_ISSUER: issuer,
    COMPENDIUM_OIDC_CLIENT_ID: clientId,
    COMPENDIUM_OIDC_CLIENT_SECRET: clientSecret,
  } = given;
  if (issuer !== undefined && (clientId === undefined || clientSecret === undefined)) {
    throw new Error(
      "COMPENDIUM_OIDC_ISSUER needs COMPENDIUM_OIDC_CLIENT_ID and COMPENDIUM_OIDC_CLIENT_SECRET as well.",
    );
  }
  const settings: Settings = {
    databaseUrl: given.DATABASE_URL ?? null,
    dataFolder: resolve(PROJECT, given.COMPENDIUM_DATA),
    host: given.COMPENDIUM_HOST,
    port: given.COMPENDIUM_PORT,
    url: (given.COMPENDIUM_URL ?? `http://localhost:${given.COMPENDIUM_PORT}`).replace(/\/+$/, ""),
    smtpUrl: given.SMTP_URL ?? null,
    mailFrom: given.COMPENDIUM_MAIL_FROM,
    secret: given.COMPENDIUM_SECRET ?? null,
    oidc:
      issuer === undefined || clientId === undefined || clientSecret === undefined
        ? null
        : { issuer, clientId, clientSecret, name: given.COMPENDIUM_OIDC_NAME },
    largestUpload: given.COMPENDIUM_UPLOAD_MB * 1024 * 1024,
    requestsPerMinute: given.COMPENDIUM_REQUESTS_PER_MINUTE,
    trustProxy: given.COMPENDIUM_BEHIND_PROXY,
    runs: given.COMPENDIUM_RUNS,
    jobHeartbeat: given.COMPENDIUM_JOB_HEARTBEAT,
    metricsToken: given.COMPENDIUM_METRICS_TOKEN ?? null,
    backupsKept: given.COMPENDIUM_BACKUPS_KEPT,
    logLevel: given.COMPENDIUM_LOG,
  };
  if (isForReal(settings) && settings.secret === null) {
    throw new Error(
      "COMPENDIUM_SECRET is needed where COMPENDIUM_URL or SMTP_URL is set: 32 random characters or more.",
    );
  }
  return settings;
}

/** Whether a setting says that people outside this machine use it: then there is no demonstration mode. */
export function isForReal(settings: Settings): boolean {
  const { hostname } = new URL(settings.url);
  return settings.smtpUrl !== null || !LOOPBACK.includes(hostname);
}

/** Whether others than its operator can reach the server: they must not be the first to set it up. */
export function isReachedByOthers(settings: Settings): boolean {
  return isForReal(settings) || ![...LOOPBACK, "::1"].includes(settings.host);
}

const LOOPBACK: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];
