import type { Json, Timestamp } from "../platform/tables.ts";

declare module "../platform/tables.ts" {
  interface Tables {
    ledger: LedgerTable;
    recordEntry: RecordEntryTable;
  }
}

/** A chain of entries with one readership. `head` and `entries` tell where it ends. */
interface LedgerTable {
  readonly id: string;
  readonly of: "installation" | "workspace" | "delegation" | "bilateral";
  readonly workspace: string | null;
  readonly delegation: string | null;
  /** Of a bilateral consultation: the codes of those who take part, and `"chair"` if the chair does; `null` for others. */
  readonly readers: Json<readonly string[] | null>;
  readonly entries: number;
  readonly head: string | null;
}

interface RecordEntryTable {
  readonly ledger: string;
  readonly number: number;
  readonly at: Timestamp;
  readonly actorKind: "person" | "system";
  readonly actorId: string | null;
  readonly actorName: string;
  readonly via: "page" | "token" | "job" | "command";
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly detail: Json<Readonly<Record<string, unknown>>>;
  readonly previous: string | null;
  readonly hash: string;
}
