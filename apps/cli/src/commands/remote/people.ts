import type { InvitationView, Role } from "@compendium/contract";
import type { Command } from "commander";
import { shownInstant } from "../../remote/instants.ts";
import { columns } from "../../remote/lines.ts";
import { onServer } from "../../remote/on-server.ts";
import { commandGroup, remoteCommand } from "../../remote/remote-command.ts";
import { type InWorkspace, WORKSPACE_OPTION } from "./options.ts";

interface InviteOptions extends InWorkspace {
  readonly role: Role;
  readonly delegation?: string;
}

export function addPeople(program: Command): void {
  remoteCommand(program, "members", "list the members of a workspace whom you may see", ["members"])
    .option(...WORKSPACE_OPTION)
    .action((options: InWorkspace) =>
      onServer(options, async ({ call, workspace }) => {
        const { id } = await workspace(options.workspace);
        const all = await call("listMembers", { workspace: id });
        const rows = all.map(({ person, role, delegation }) => [person.name, person.email, role, delegation ?? ""]);
        return { text: columns(rows), json: all };
      }),
    );

  remoteCommand(program, "invite <email>", "invite somebody by e-mail", [
    "invite mira.tolvane@example.org --role head --delegation XAA",
    "invite sara.lindqvale@example.org --role secretariat",
  ])
    .requiredOption("--role <role>", "administrator, secretariat, chair, head, deputy, expert or observer")
    .option("--delegation <CODE>", "whose head, deputy, expert or observer")
    .option(...WORKSPACE_OPTION)
    .action((email: string, options: InviteOptions) =>
      onServer(options, async ({ call, workspace }) => {
        const { id } = await workspace(options.workspace);
        const { role, delegation = null } = options;
        const invited = await call("invite", { workspace: id, body: { email, role, delegation } });
        const until = shownInstant(invited.expiresAt);
        const { link } = invited;
        const passOn = link === null ? "" : `The server sends no e-mail. Pass this link on, to nobody else:\n${link}\n`;
        return {
          text: `${invited.email} is invited as ${placeOf(invited)}, until ${until}.\n${passOn}`,
          json: invited,
        };
      }),
    );

  remoteCommand(program, "invitations", "list invitations that nobody has taken up yet", ["invitations"])
    .option(...WORKSPACE_OPTION)
    .action((options: InWorkspace) =>
      onServer(options, async ({ call, workspace }) => {
        const { id } = await workspace(options.workspace);
        const all = await call("listInvitations", { workspace: id });
        const rows = all.map((each) => [each.id, each.email, placeOf(each), `until ${shownInstant(each.expiresAt)}`]);
        return { text: columns(rows), json: all };
      }),
    );

  const invitation = commandGroup(program, "invitation", "an invitation");
  remoteCommand(invitation, "revoke <invitation>", "take an invitation back", ["invitation revoke z0w5e8q3n7b2j9ph"])
    .option(...WORKSPACE_OPTION)
    .action((id: string, options: InWorkspace) =>
      onServer(options, async ({ call, workspace }) => {
        const at = await workspace(options.workspace);
        await call("revokeInvitation", { workspace: at.id, invitation: id });
        return { text: "The invitation is taken back.\n", json: { revoked: id } };
      }),
    );
}

function placeOf({ role, delegation }: InvitationView): string {
  return delegation === null ? role : `${role} of ${delegation}`;
}
