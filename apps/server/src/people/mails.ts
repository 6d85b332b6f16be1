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
