import type { MembershipView, MeView } from "@compendium/contract";
import type { Command } from "commander";
import { columns } from "../../remote/lines.ts";
import { onServer, type ServerOptions } from "../../remote/on-server.ts";
import { remoteCommand } from "../../remote/remote-command.ts";

export function addWhoami(program: Command): void {
  remoteCommand(program, "whoami", "say where you are signed in, as whom, and what your roles are", ["whoami"]).action(
    (options: ServerOptions) =>
      onServer(options, async ({ origin, call }) => {
        const me = await call("readMe", {});
        return { text: meText(origin, me), json: { server: origin, ...me } };
      }),
  );
}

/** Who somebody is on a server, as people read it. */
export function meText(origin: string, { person, memberships, administersInstallation }: MeView): string {
  const name = person === null ? "Nobody" : `${person.name} <${person.email}>`;
  const roles = memberships.map((each) => [`  ${each.workspace.name}`, roleOf(each), each.workspace.id]);
  return [
    `${name} on ${origin}\n`,
    columns(roles),
    memberships.length === 0 ? "  Member of no workspace yet.\n" : "",
    administersInstallation ? "  Administers the installation.\n" : "",
  ].join("");
}

function roleOf({ role, delegation }: MembershipView): string {
  return delegation === null ? role : `${role}, ${delegation.name} (${delegation.code})`;
}
