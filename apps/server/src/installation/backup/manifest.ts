import { z } from "zod";

/** Raised when a backup is written that an older program would misread. */
export const BACKUP_FORMAT = 1;

/** The name of the entry that says what else is in the file. It is written last, and read first. */
export const MANIFEST = "manifest.json";

/** Where the rows of a table are, one JSON object a line, each value as PostgreSQL writes it as text, or `null`. */
export const tableEntry = (table: string) => `tables/${table}.jsonl`;

/** Where the bytes of a kept file are. */
export const fileEntry = (sha256: string) => `files/${sha256}`;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup says of itself. */
export const Manifest = z.object({
  format: z.int(),
  /** The version of the program that wrote it. */
  program: z.string(),
  madeAt: z.iso.datetime(),
  database: z.object({ kind: z.enum(["embedded", "postgresql"]), version: z.string() }),
  /** The steps of the database's shape, in their order. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.int(),
      /** Of the entry, uncompressed. */
      sha256: Sha256,
    }),
  ),
  /** Kept files: their own hashes are their names, and the table `file` lists them. */
  files: z.object({ count: z.int(), bytes: z.int() }),
  /** Where each chain of the record ends. */
  ledgers: z.array(z.object({ id: z.string(), entries: z.int(), head: Sha256.nullable() })),
  /** Tables whose rows are not in the file. */
  leftOut: z.array(z.string()),
});

export type Manifest = z.output<typeof Manifest>;
