import { connect } from "node:net";
import { join } from "node:path";
import type { Settings } from "../../platform/settings.ts";
import { type Check, fault, ok } from "./check.ts";

/** How long a mail server may take to take the call, in ms. */
const PATIENCE = 5_000;

/** Whether the mail server takes the call. Nothing is sent, and no password is shown. */
export async function checkMail({ smtpUrl, dataFolder }: Settings): Promise<Check> {
  if (smtpUrl === null) return ok("mail", `written as files into ${join(dataFolder, "mail")}`);
  const { hostname, port, protocol } = new URL(smtpUrl);
  const at = port === "" ? (protocol === "smtps:" ? 465 : 587) : Number(port);
  try {
    await reach(hostname.replace(/^\[|\]$/g, ""), at);
    return ok("mail", `${hostname}:${at} answers`);
  } catch (error) {
    return fault(
      "mail",
      `${hostname}:${at} is not reached: ${(error as Error).message}`,
      "Look at SMTP_URL and at the firewall. Mails wait until it answers, and none is lost.",
    );
  }
}

function reach(host: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect({ host, port, timeout: PATIENCE });
  socket.once("connect", () => resolve());
  socket.once("timeout", () => reject(new Error(`no answer within ${PATIENCE / 1000} s`)));
  socket.once("error", reject);
  return promise.finally(() => socket.destroy());
}
