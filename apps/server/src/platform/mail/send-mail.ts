import type { Clock } from "../clock.ts";
import { readFile } from "../files/files.ts";
import type { Db } from "../tables.ts";
import type { Carrier } from "./carrier.ts";

/** Sends a mail that was queued, unless it was sent already. Rejects where the carrier does, with the failure noted. */
export async function sendMail(db: Db, clock: Clock, carrier: Carrier, from: string, id: string): Promise<void> {
  const mail = await db.selectFrom("mail").selectAll().where("id", "=", id).executeTakeFirst();
  if (mail === undefined || mail.sentAt !== null) return;
  const attachments = await Promise.all(
    mail.attachments.map(async ({ name, type, sha256 }) => ({ name, type, bytes: await readFile(db, sha256) })),
  );
  const { recipient, subject, body } = mail;
  try {
    await carrier.carry({ id, from, to: recipient, subject, body, attachments });
  } catch (error) {
    await db
      .updateTable("mail")
      .set((each) => ({ attempts: each("attempts", "+", 1), failure: (error as Error).message }))
      .where("id", "=", id)
      .execute();
    throw error;
  }
  await db
    .updateTable("mail")
    .set({ sentAt: await clock.now(db), failure: null })
    .where("id", "=", id)
    .execute();
}
