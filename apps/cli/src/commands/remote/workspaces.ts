import type { Command } from "commander";
import { Failure } from "../../failure.ts";
import { columns } from "../../remote/lines.ts";
import { onServer, type ServerOptions } from "../../remote/on-server.ts";
import { commandGroup, remoteCommand } from "../../remote/remote-command.ts";
import { type InWorkspace, WORKSPACE_OPTION } from "./options.ts";

interface AddOptions extends InWorkspace {
  readonly name?: string;
  readonly kind?: "state" | "organisation";
  readonly group?: string;
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
  remoteCommand(delegation, "add [codes...]", "admit delegations to a workspace, all that are given or none", [
    "delegation add CHE EU",
    "delegation add --group OSCE",
    'delegation add XAA --name "Ankervale"',
  ])
    .option("--group <code>", "all members of a group of the catalogue as well")
    .option("--name <name>", "of a single one: its name, where the catalogue does not know the code")
    .option("--kind <kind>", "of a single one: state or organisation")
    .option(...WORKSPACE_OPTION)
    .action((codes: string[], options: AddOptions) =>
      onServer(options, async ({ call, workspace }) => {
        const { id } = await workspace(options.workspace);
        const { name, kind, group = null } = options;
        const [code, ...others] = codes;
        if (name === undefined && kind === undefined) {
          const answer = await call("addDelegations", { workspace: id, body: { codes, group } });
          const lines = [
            ...answer.admitted.map((each) => `${each.name} (${each.code}) is a delegation of the workspace.`),
            ...(answer.already.length === 0 ? [] : [`There already: ${answer.already.join(", ")}.`]),
          ];
          return { text: `${lines.join("\n")}\n`, json: answer };
        }
        if (code === undefined || others.length > 0 || group !== null) {
          throw new Failure("usage", null, "--name and --kind are of a single delegation.", "Give exactly one code.");
        }
        const body = { code, ...(name === undefined ? {} : { name }), ...(kind === undefined ? {} : { kind }) };
        const added = await call("addDelegation", { workspace: id, body });
        return { text: `${added.name} (${added.code}) is a delegation of the workspace.\n`, json: added };
      }),
    );
}
