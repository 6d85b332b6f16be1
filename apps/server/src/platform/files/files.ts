import { createHash } from "node:crypto";
import type { Db } from "../tables.ts";

/** SHA-256 of bytes, hexadecimal, lower case. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Keeps a file and gives its hash, by which it is found again. The same bytes are kept once. */
export async function keepFile(db: Db, bytes: Uint8Array): Promise<string> {
  const sha256 = sha256Of(bytes);
  await db
    .insertInto("file")
    .values({ sha256, size: bytes.length, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return sha256;
}

/** The bytes of a file that was kept. Throws if there is none with this hash: whoever has a hash has seen the file. */
export async function readFile(db: Db, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes } = await db
    .selectFrom("file")
    .select("bytes")
    .where("sha256", "=", sha256)
    .executeTakeFirstOrThrow(() => new Error(`No file is kept with the hash ${sha256}.`));
  // Both drivers give a view that can be into a larger buffer.
  return new Uint8Array(bytes);
}
