import type { MailWords, Whence } from "./words.ts";

export const en: MailWords = {
  announcement: ({ name, text, deadline, delegation, instructions, link }) => ({
    subject: `${name}: comments invited until ${deadline}`,
    lines: [
      `Your delegation, ${delegation}, is invited to comment on “${text}”.`,
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
  cancelled: ({ name, round, reason, link }) => ({
    subject: `${name}: round cancelled`,
    lines: [`“${round}” is cancelled: your comments are not asked for.`, `Reason: ${reason}`, "", link],
  }),
  closedEarly: ({ name, round, deadline, formerly, reason, link }) => ({
    subject: `${name}: round closed before its deadline`,
    lines: [
      `“${round}” was closed at ${deadline}, before its deadline of ${formerly}. What is received from now on is late.`,
      `Reason: ${reason}`,
      "",
      link,
    ],
  }),
  reminder: ({ name, text, deadline, delegation, link }) => ({
    subject: `${name}: deadline ${deadline}`,
    lines: [
      `Your delegation, ${delegation}, has not submitted comments on “${text}” yet. The deadline is ${deadline}.`,
      "",
      link,
      "",
      "Not to comment is in order too. Those who have submitted are not reminded.",
    ],
  }),
  receipt: ({ name, delegation, late, replaced, file, sha256, entry, hash, counts, link, ...from }) => ({
    subject: `${name}: receipt of submission ${from.number}, ${delegation}`,
    lines: [
      `Received ${from.receivedAt}${late ? ", after the deadline: LATE" : ""}, ${whence(from)}.`,
      ...(replaced === null
        ? []
        : [`It replaces submission ${replaced.number}, received ${replaced.receivedAt}, ${whence(replaced)}.`]),
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
  takenBack: ({ name, delegation, number, by, reason, stands, link }) => ({
    subject: `${name}: submission ${number} taken back, ${delegation}`,
    lines: [
      `${by} of the secretariat had entered submission ${number} for your delegation by mistake, and has taken it back.`,
      `Reason: ${reason}`,
      "",
      stands === null
        ? "Nothing of your delegation stands now."
        : `Submission ${stands.number}, received ${stands.receivedAt}, ${whence(stands)}, stands again.`,
      "",
      link,
    ],
  }),
  release: ({ name, text, delegation, number, link }) => ({
    subject: `${name}: compilation ${number} released`,
    lines: [
      `Compilation ${number} of the comments received on “${text}” is released to your delegation, ${delegation}.`,
      "",
      link,
    ],
  }),
};

function whence({ channel, by }: Whence): string {
  switch (channel) {
    case "web":
      return `submitted on the web by ${by}`;
    case "e-mail":
      return `entered by ${by} of the secretariat from an e-mail`;
    case "draft before":
      return "carried from the draft before";
  }
}
