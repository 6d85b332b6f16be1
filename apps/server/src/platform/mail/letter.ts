import type { Mail } from "./mail.ts";

/** What a mail says, in one language. Paragraphs are lines; an empty one parts them. */
export interface Letter {
  readonly subject: string;
  readonly lines: readonly string[];
}

export function letterTo(email: string, { subject, lines }: Letter): Mail {
  return { to: email, subject, body: `${lines.join("\n")}\n` };
}
