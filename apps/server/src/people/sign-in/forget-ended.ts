import { sql } from "kysely";
import type { Db } from "../../platform/tables.ts";

/** Forgets what Better Auth leaves lying: sessions that have ended, and counts that are over. Both hold people's addresses. */
export async function forgetEnded(db: Db, now: Date): Promise<void> {
  await db.deleteFrom("session").where("expiresAt", "<=", now).execute();
  await sql`delete from rate_limit where last_request < ${now.getTime() - COUNTED}`.execute(db);
}

/** The longest window in which anything is counted, in ms. */
const COUNTED = 60_000;
