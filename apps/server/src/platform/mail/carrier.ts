import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";

/** A mail ready to go, with the bytes of what is attached. */
export interface ReadyMail {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
}

/** Brings mails to where they go. Rejects where that failed; the caller tries again later. */
export interface Carrier {
  readonly carry: (mail: ReadyMail) => Promise<void>;
}

/** How long a mail server may take to answer, in ms: one that hangs must not hold up the others for long. */
const PATIENCE = 20_000;

/** Sends through a mail server. The message id is the mail's own, so that a mail sent twice can be known as one. */
export function smtpCarrier(url: string): Carrier {
  // What the address itself says of these, as in `smtp://host?socketTimeout=60000`, goes before.
  const transport = createTransport({
    url,
    dnsTimeout: PATIENCE,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  });
  return {
    carry: async (mail) => {
      await transport.sendMail(messageOf(mail));
    },
  };
}

/** Writes each mail as `<id>.eml` into a folder; written whole or not at all. */
export function fileCarrier(folder: string): Carrier {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    carry: async (mail) => {
      const { message } = await transport.sendMail(messageOf(mail));
      await mkdir(folder, { recursive: true });
      const file = join(folder, `${mail.id}.eml`);
      await writeFile(`${file}.part`, message as Buffer);
      await rename(`${file}.part`, file);
    },
  };
}

function messageOf({ id, from, to, subject, body, attachments }: ReadyMail) {
  return {
    messageId: `<${id}@${/@([^>\s]+)/.exec(from)?.[1] ?? "localhost"}>`,
    from,
    to,
    subject,
    text: body,
    // Answers of machines ("I am on leave") help nobody here (RFC 3834).
    headers: { "Auto-Submitted": "auto-generated" },
    attachments: attachments.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
    })),
  };
}
