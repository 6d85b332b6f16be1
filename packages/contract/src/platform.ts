import { z } from "zod";
import { PassageStanding } from "./negotiation/passages.ts";
import { operation } from "./operation-of.ts";
import { DelegationCode, Id, Instant, Sha256 } from "./shapes.ts";

export const InstallationView = z
  .object({
    state: z.enum(["new", "ready"]).describe("`new` until somebody has chosen what it begins with"),
    demonstration: z.boolean().describe("Whether anyone may sign in as anyone, with one click"),
    demonstrationAllowed: z.boolean().describe("False where a setting says that this is for real"),
    needsSetUpCode: z.boolean().describe("Whether setting up takes the code that the server printed when it started"),
    signInWith: z.array(z.object({ id: z.string(), name: z.string() })).describe("Other issuers to sign in with"),
  })
  .meta({ id: "Installation" });

const Administrator = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email(),
  password: z.string().min(12).max(128).describe("12 characters or more"),
});

export const SetUp = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("illustrative"), code: z.string().optional() }),
  z.object({
    kind: z.literal("empty"),
    workspace: z.string().trim().min(1).max(200).describe("The name of the first workspace"),
    administrator: Administrator,
    code: z.string().optional(),
  }),
]);

export const LiveEvent = z
  .object({
    kind: z.enum([
      "text",
      "draft",
      "round",
      "room",
      "submission",
      "compilation",
      "people",
      "negotiation",
      "position",
      "meeting",
      "bilateral",
    ]),
    id: Id.describe("What changed: read it again to see how"),
    delegation: DelegationCode.optional().describe("With `room`: whose room of the round with that `id`"),
    passage: PassageStanding.optional().describe(
      "With `negotiation`, where one passage changed: how it stands now, so that nobody needs to read it again",
    ),
    workspace: Id,
    at: Instant,
  })
  .meta({ id: "LiveEvent" });

export const BackupView = z
  .object({
    name: z.string().describe("Of the file, in the folder `backups` of the server's data"),
    bytes: z.int(),
    madeAt: Instant,
  })
  .meta({ id: "Backup" });

export const platformOperations = {
  readInstallation: operation("GET", "/installation", {
    summary: "How this installation stands, and how one signs in",
    answer: InstallationView,
  }),
  setUpInstallation: operation("POST", "/installation", {
    summary: "Choose what a new installation begins with",
    description:
      "Works once. Where others than its operator can reach the server, it takes the code that it printed when it started.",
    body: SetUp,
    answer: InstallationView,
    problems: ["not-now", "not-allowed"],
  }),
  listBackups: operation("GET", "/installation/backups", {
    summary: "The backups in this server's data folder, the newest first",
    answer: z.array(BackupView),
  }),
  makeBackup: operation("POST", "/installation/backups", {
    summary: "Make a backup now, in this server's data folder",
    description:
      "For whoever administers the installation. The file holds what nobody may read who is not of a delegation, and so it stays on the server, for its operator. The answer comes when it is whole.",
    answer: BackupView.extend({ sha256: Sha256 }).meta({ id: "BackupMade" }),
    problems: ["not-now", "store-full"],
  }),
} as const;

export type SetUp = z.output<typeof SetUp>;
export type BackupView = z.output<typeof BackupView>;
export type InstallationView = z.output<typeof InstallationView>;
export type LiveEvent = z.output<typeof LiveEvent>;
