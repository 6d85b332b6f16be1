import { mailsSince, queueMail } from "../../platform/mail/mail.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import { PASSWORD_RESET_SUBJECT, passwordResetMail } from "../mails.ts";

/** How long the link works, in seconds: long enough to find the mail, and it is one of several lines into an account. */
export const RESET_LASTS = 30 * 60;

/** So many mails for one account in an hour: nobody's mailbox is filled by somebody who types their address. */
const MAILS_MOST = 3;
const HOUR = 60 * 60 * 1000;

/** Sends the link by which a forgotten password is chosen anew. Better Auth asks for it only where there is an account. */
export async function sendPasswordReset(
  services: Pick<Services, "db" | "clock" | "jobs" | "settings">,
  { email, illustrative }: { readonly email: string; readonly illustrative: boolean },
  token: string,
): Promise<void> {
  // Nobody reads the mail of an invented person; with a password they could sign in outside demonstration mode.
  if (illustrative) return;
  const { clock, jobs, settings } = services;
  await inTransaction(services, async (tx) => {
    const now = await clock.now(tx);
    const sent = await mailsSince(tx, email, PASSWORD_RESET_SUBJECT, new Date(now.getTime() - HOUR));
    if (sent >= MAILS_MOST) return;
    // After the # it stays in the browser: no server and no proxy on the way writes it into a log.
    const link = `${settings.url}/reset-password#${token}`;
    await queueMail(tx, jobs, now, passwordResetMail({ to: email, link, minutes: RESET_LASTS / 60 }));
  });
}
