import type { MailWords } from "./words.ts";

export const en: MailWords = {
  announcement: ({ name, text, deadline, delegation, instructions, link }) => ({
    subject: `${name}: comments invited until ${deadline}`,
    lines: [
      `Delegation ${delegation} is invited to comment on “${text}”.`,
      "",
      `Deadline: ${deadline}. What is received at that instant or later is late.`,
      ...(instructions === "" ? [] : ["", instructions]),
      "",
      "The draft is attached. Mark it up with tracked changes and put it into the delegation's room:",
      link,
      "or send it to the secretariat by e-mail. Nobody outside your delegation sees anything before it is submitted.",
    ],
  }),
  newDeadline: ({ name, round, deadline, link }) => ({
    subject: `${name}: new deadline ${deadline}`,
    lines: [`The deadline of “${round}” is now ${deadline}.`, "", link],
  }),
  reminder: ({ name, text, deadline, delegation, link }) => ({
    subject: `${name}: deadline ${deadline}`,
    lines: [
      `Delegation ${delegation} has not submitted comments on “${text}” yet. The deadline is ${deadline}.`,
      "",
      link,
      "",
      "Not to comment is in order too. Those who have submitted are not reminded.",
    ],
  }),
  receipt: ({ name, delegation, number, receivedAt, late, file, sha256, entry, hash, counts, link }) => ({
    subject: `${name}: receipt of submission ${number}, ${delegation}`,
    lines: [
      `Received ${receivedAt}${late ? ", after the deadline: LATE" : ""}.`,
      "",
      `File: ${file}`,
      `SHA-256: ${sha256}`,
      `Record: entry ${entry}, hash ${hash}`,
      "",
      counts,
      "",
      link,
    ],
  }),
  release: ({ name, text, delegation, number, link }) => ({
    subject: `${name}: compilation ${number} released`,
    lines: [
      `Compilation ${number} of the comments received on “${text}” is released to delegation ${delegation}.`,
      "",
      link,
    ],
  }),
};
