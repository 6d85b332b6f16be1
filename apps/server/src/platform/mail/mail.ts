import { newId } from "../ids.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Db } from "../tables.ts";

/** A mail to one person. Plain text: it is read everywhere, quoted well, and hides no address. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** Files that were kept, by their hash. */
  readonly attachments?: readonly { readonly name: string; readonly sha256: string; readonly type: string }[];
}

/** Sends a mail after the transaction commits: it is one with what it tells of, and neither is without the other. */
export async function queueMail(db: Db, jobs: Jobs, now: Date, mail: Mail): Promise<void> {
  const id = newId();
  await db
    .insertInto("mail")
    .values({
      id,
      recipient: mail.to,
      subject: mail.subject,
      body: mail.body,
      attachments: JSON.stringify(mail.attachments ?? []),
      createdAt: now,
      sentAt: null,
      failure: null,
    })
    .execute();
  await jobs.add(db, "mail", { mail: id });
}

/** How many mails with this subject were queued for somebody since then. */
export async function mailsSince(db: Db, to: string, subject: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom("mail")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("recipient", "=", to)
    .where("subject", "=", subject)
    .where("createdAt", ">", since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Adds the jobs of all mails that were not sent, to a queue that has none; gives how many. */
export async function queueUnsentMails(db: Db, jobs: Jobs): Promise<number> {
  const unsent = await db.selectFrom("mail").select("id").where("sentAt", "is", null).orderBy("createdAt").execute();
  for (const { id } of unsent) await jobs.add(db, "mail", { mail: id });
  return unsent.length;
}
