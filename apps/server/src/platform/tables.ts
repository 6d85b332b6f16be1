import type { ColumnType, Generated, Kysely, Transaction } from "kysely";

/** A column that the database keeps as `timestamptz`. */
export type Timestamp = ColumnType<Date, Date, Date>;

/** A column of JSON: given as text, read as a value. */
export type Json<Value> = ColumnType<Value, string, string>;

/**
 * Every table, by its name in the database in camel case. Each room adds its own by declaration, in its `tables.ts`, and
 * asks for no others: what it needs of another room, that room's `index.ts` offers.
 */
export interface Tables {
  installation: InstallationTable;
  file: FileTable;
  mail: MailTable;
  worker: WorkerTable;
}

/** The open database, outside a transaction or in one. */
export type Db = Kysely<Tables>;

/** A transaction that has begun. */
export type Tx = Transaction<Tables>;

/** One row once somebody has set it up. */
interface InstallationTable {
  readonly id: string;
  readonly demonstration: boolean;
  readonly setUpAt: Timestamp;
}

/** Files by their content: the same bytes are kept once. */
interface FileTable {
  readonly sha256: string;
  readonly size: number;
  readonly bytes: Uint8Array;
}

interface MailTable {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly attachments: Json<readonly { readonly name: string; readonly sha256: string; readonly type: string }[]>;
  readonly createdAt: Timestamp;
  readonly sentAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  readonly attempts: Generated<number>;
  readonly failure: string | null;
}

/** Processes that do jobs, each while it lives. */
interface WorkerTable {
  readonly id: string;
  readonly seenAt: Timestamp;
}
