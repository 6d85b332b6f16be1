import type { Distribution, TextView } from "@compendium/contract";
import type { Command } from "commander";
import { shownInstant } from "../../remote/instants.ts";
import { columns, facts } from "../../remote/lines.ts";
import { onServer, type ServerOptions } from "../../remote/on-server.ts";
import { commandGroup, remoteCommand } from "../../remote/remote-command.ts";
import { type InWorkspace, listed, WORKSPACE_OPTION } from "./options.ts";

interface TextOptions extends InWorkspace {
  readonly title?: string;
  readonly symbol?: string;
  readonly body?: string;
  readonly distribution?: Distribution;
  readonly audience?: string;
  readonly languages?: string;
}

export function addTexts(program: Command): void {
  remoteCommand(program, "texts", "list the texts of a workspace that you may read", ["texts"])
    .option(...WORKSPACE_OPTION)
    .action((options: InWorkspace) =>
      onServer(options, async ({ call, workspace }) => {
        const { id } = await workspace(options.workspace);
        const all = await call("listTexts", { workspace: id });
        return { text: columns(all.map((each) => [each.id, each.symbol, each.title])), json: all };
      }),
    );

  const text = commandGroup(program, "text", "a text");
  remoteCommand(text, "show <text>", "show a text with its drafts", ["text show p8c3w5h0j7r2d9fa"]).action(
    (id: string, options: ServerOptions) =>
      onServer(options, async ({ call }) => {
        const view = await call("readText", { text: id });
        return { text: textText(view), json: view };
      }),
  );

  withFacts(
    remoteCommand(text, "create", "begin a text, without a draft yet", [
      'text create --title "Guide on border controls" --symbol FSC.DEL/99/26 --distribution audience',
    ]).requiredOption("--title <title>", "what it is called"),
  )
    .option(...WORKSPACE_OPTION)
    .action((options: TextOptions & { readonly title: string }) =>
      onServer(options, async ({ call, workspace }) => {
        const { id } = await workspace(options.workspace);
        const { title, distribution = "audience" } = options;
        const view = await call("createText", {
          workspace: id,
          body: { ...factsOf(options), title, distribution },
        });
        return { text: textText(view), json: view };
      }),
    );

  withFacts(
    remoteCommand(text, "change <text>", "change what is said of a text; what you leave out stays", [
      "text change p8c3w5h0j7r2d9fa --distribution participating",
    ]).option("--title <title>", "what it is called"),
  ).action((id: string, options: TextOptions) =>
    onServer(options, async ({ call }) => {
      const { version } = await call("readText", { text: id });
      const view = await call("changeText", { text: id, body: { ...factsOf(options), version } });
      return { text: textText(view), json: view };
    }),
  );
}

function withFacts(command: Command): Command {
  return command
    .option("--symbol <symbol>", "its series of document symbols; drafts add /Rev.n")
    .option("--body <body>", "the body in which it is negotiated, such as FSC")
    .option("--distribution <level>", "who may read it: public, participating, audience or secretariat")
    .option("--audience <codes>", "the delegations to which it goes, with commas between; all if left out")
    .option("--languages <codes>", "ISO 639 codes with commas between, the original first");
}

function factsOf({ title, symbol, body, distribution, audience, languages }: TextOptions) {
  return {
    ...(title === undefined ? {} : { title }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(body === undefined ? {} : { body }),
    ...(distribution === undefined ? {} : { distribution }),
    ...(audience === undefined ? {} : { audience: listed(audience) }),
    ...(languages === undefined ? {} : { languages: listed(languages) }),
  };
}

function textText({ id, title, symbol, body, distribution, audience, languages, drafts }: TextView): string {
  const heading = facts(title, [
    ["Text", id],
    ["Symbol", symbol],
    ["Body", body],
    ["Distribution", distribution],
    ["Audience", audience?.join(", ") ?? "all delegations of the workspace"],
    ["Languages", languages.join(", ")],
  ]);
  const rows = drafts.map((each) => [`  Draft ${each.number}`, each.id, each.symbol, shownInstant(each.createdAt)]);
  return heading + columns(rows);
}
