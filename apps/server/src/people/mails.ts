import type { Role } from "@compendium/contract";
import type { Mail } from "../platform/mail/mail.ts";

interface Invited {
  readonly to: string;
  readonly workspace: string;
  readonly role: Role;
  /** By name. */
  readonly delegation: string | null;
  readonly invitedBy: string;
  readonly link: string;
  readonly expiresAt: Date;
}

const ROLES: Readonly<Record<Role, string>> = {
  administrator: "an administrator",
  secretariat: "a member of the secretariat",
  chair: "the chair",
  head: "head of delegation",
  deputy: "deputy head of delegation",
  expert: "an expert",
  observer: "an observer",
};

export function invitationMail({ to, workspace, role, delegation, invitedBy, link, expiresAt }: Invited): Mail {
  const as = delegation === null ? ROLES[role] : `${ROLES[role]}, ${delegation}`;
  return {
    to,
    subject: `Invitation to ${workspace}`,
    body: [
      `${invitedBy} invites you to take part in “${workspace}” as ${as}.`,
      "",
      "Open this link to take up the invitation:",
      link,
      "",
      `It works until ${expiresAt.toISOString().slice(0, 10)}, once, and is for this address alone: do not pass it on.`,
      "If you do not know what this is about, do nothing.",
      "",
    ].join("\n"),
  };
}

export const PASSWORD_RESET_SUBJECT = "Choose a new password for Compendium";

export function passwordResetMail({
  to,
  link,
  minutes,
}: {
  readonly to: string;
  readonly link: string;
  readonly minutes: number;
}): Mail {
  return {
    to,
    subject: PASSWORD_RESET_SUBJECT,
    body: [
      "Somebody asked to choose a new password for your account. If it was you, open this link:",
      link,
      "",
      `It works for ${minutes} minutes, once. You are then signed out everywhere, and your access tokens are revoked.`,
      "If it was not you, do nothing: your password stays as it is.",
      "",
    ].join("\n"),
  };
}

/** Tells somebody that how they sign in was changed, in case it was not they who did. */
export function accountChangedMail({
  to,
  words,
  site,
}: {
  readonly to: string;
  readonly words: string;
  readonly site: string;
}): Mail {
  return {
    to,
    subject: "Your account at Compendium was changed",
    body: [
      `This is about your account at ${site}. ${words}`,
      "",
      "If it was you, there is nothing to do. If it was not, choose a new password there at once,",
      "and tell the secretariat.",
      "",
    ].join("\n"),
  };
}
