import type { Command } from "commander";
import { columns } from "../../remote/lines.ts";
import { onServer, type ServerOptions } from "../../remote/on-server.ts";
import { commandGroup, remoteCommand } from "../../remote/remote-command.ts";
import { type InWorkspace, WORKSPACE_OPTION } from "./options.ts";

interface AddOptions extends InWorkspace {
  readonly name?: string;
  readonly kind?: "state" | "organisation";
}

export function addWorkspaces(program: Command): void {
  remoteCommand(program, "workspaces", "list the workspaces of which you are a member", ["workspaces"]).action(
    (options: ServerOptions) =>
      onServer(options, async ({ call }) => {
        const all = await call("listWorkspaces", {});
        return { text: columns(all.map(({ id, name }) => [id, name])), json: all };
      }),
  );

  remoteCommand(program, "delegations", "list the delegations of a workspace", ["delegations"])
    .option(...WORKSPACE_OPTION)
    .action((options: InWorkspace) =>
      onServer(options, async ({ call, workspace }) => {
        const { id } = await workspace(options.workspace);
        const all = await call("listDelegations", { workspace: id });
        return { text: columns(all.map(({ code, name, kind }) => [code, name, kind])), json: all };
      }),
    );

  const delegation = commandGroup(program, "delegation", "the delegations of a workspace");
  remoteCommand(delegation, "add <code>", "admit a delegation to a workspace", [
    "delegation add CHE",
    'delegation add XAA --name "Ankervale"',
  ])
    .option("--name <name>", "its name, where the catalogue does not know the code")
    .option("--kind <kind>", "state or organisation")
    .option(...WORKSPACE_OPTION)
    .action((code: string, options: AddOptions) =>
      onServer(options, async ({ call, workspace }) => {
        const { id } = await workspace(options.workspace);
        const { name, kind } = options;
        const body = { code, ...(name === undefined ? {} : { name }), ...(kind === undefined ? {} : { kind }) };
        const added = await call("addDelegation", { workspace: id, body });
        return { text: `${added.name} (${added.code}) is a delegation of the workspace.\n`, json: added };
      }),
    );
}
