import { z } from "zod";
import { anyFile } from "./operation.ts";
import { operation } from "./operation-of.ts";
import { DelegationCode, Id, Instant, Sha256 } from "./shapes.ts";

export const RecordEntry = z
  .object({
    ledger: z.string().describe("The chain that it stands in: of the installation, a workspace, or a delegation"),
    number: z.int().min(1).describe("Its place in the chain, from 1, without gaps"),
    at: Instant,
    actor: z.object({
      kind: z.enum(["person", "system"]),
      id: z.string().nullable(),
      name: z.string().describe("As it was at the time"),
      via: z.enum(["page", "token", "job", "command"]),
    }),
    act: z.string().describe("What was done: `submission.submitted`"),
    object: z.object({ kind: z.string(), id: z.string() }),
    before: Sha256.nullable().describe("SHA-256 of the object's state before, as canonical JSON (RFC 8785)"),
    after: Sha256.nullable(),
    detail: z.record(z.string(), z.unknown()).describe("What a reader of the record should know of the act"),
    previous: Sha256.nullable().describe("The hash of the entry before; `null` for the first"),
    hash: Sha256.describe("SHA-256 of this entry without its hash, as canonical JSON (RFC 8785)"),
  })
  .meta({ id: "RecordEntry" });

export const LedgerView = z
  .object({
    id: z.string(),
    of: z.enum(["workspace", "delegation", "installation", "bilateral"]),
    delegation: DelegationCode.nullable(),
    entries: z.int(),
    head: Sha256.nullable().describe("The hash of the last entry"),
  })
  .meta({ id: "Ledger" });

const Workspace = z.object({ workspace: Id });
const Ledger = z.object({ ledger: z.string().max(80) });

export const recordOperations = {
  listLedgers: operation("GET", "/workspaces/{workspace}/ledgers", {
    summary: "The chains of the record that one may read",
    parameters: Workspace,
    answer: z.array(LedgerView),
  }),
  listRecord: operation("GET", "/ledgers/{ledger}/entries", {
    summary: "Entries of the record, the last first",
    parameters: Ledger,
    query: z.object({
      before: z.coerce.number().int().min(1).optional().describe("Only entries with a smaller number"),
      count: z.coerce.number().int().min(1).max(500).default(100),
      act: z.string().max(60).optional().describe("Only this act, or all acts on one thing: `submission`"),
      actor: z.string().max(60).optional().describe("Only what this person did"),
      object: z.string().max(60).optional().describe("Only what was done to this"),
    }),
    answer: z.object({ entries: z.array(RecordEntry), more: z.boolean() }),
  }),
  exportRecord: operation("GET", "/ledgers/{ledger}/export", {
    summary: "A whole chain as JSON lines, to be checked with `compendium verify`",
    description: "The first line is the chain as `Ledger`, each further line an entry, the first one first.",
    parameters: Ledger,
    answer: anyFile,
  }),
} as const;

export type RecordEntry = z.output<typeof RecordEntry>;
export type LedgerView = z.output<typeof LedgerView>;
