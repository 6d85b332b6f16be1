import type { RecordEntry } from "@compendium/contract";
import type { Command } from "commander";
import { counted } from "../../counted.ts";
import { shownInstant } from "../../remote/instants.ts";
import { columns } from "../../remote/lines.ts";
import { onServer } from "../../remote/on-server.ts";
import { commandGroup, remoteCommand } from "../../remote/remote-command.ts";
import { type SaveOptions, saveDownload } from "../../remote/save-download.ts";
import type { Server } from "../../remote/server.ts";
import { FORCE_OPTION, type InWorkspace, OUT_OPTION, WORKSPACE_OPTION } from "./options.ts";

interface RecordOptions extends InWorkspace, SaveOptions {
  readonly ledger?: string;
  readonly act?: string;
  readonly count?: string;
}

const LEDGER_OPTION = [
  "--ledger <ledger>",
  "which chain; that of the workspace if left out, or your delegation's",
] as const;

export function addRecord(program: Command): void {
  const record = commandGroup(program, "record", "the record of every act");
  remoteCommand(record, "ledgers", "list the chains of the record that you may read", ["record ledgers"])
    .option(...WORKSPACE_OPTION)
    .action((options: RecordOptions) =>
      onServer(options, async (server) => {
        const all = await ledgersOf(server, options);
        const rows = all.map(({ id, of, delegation, entries }) => [
          id,
          delegation ?? of,
          counted(entries, "entry", "entries"),
        ]);
        return { text: columns(rows), json: all };
      }),
    );

  remoteCommand(record, "show", "show entries of the record, the last first", [
    "record show",
    "record show --act submission --count 20",
  ])
    .option(...LEDGER_OPTION)
    .option("--act <act>", "only this act, or all acts on one thing: submission")
    .option("--count <number>", "how many, 500 at most; 100 if left out")
    .option(...WORKSPACE_OPTION)
    .action((options: RecordOptions) =>
      onServer(options, async (server) => {
        const { act, count } = options;
        const { entries, more } = await server.call("listRecord", {
          ledger: await ledgerOf(server, options),
          ...(act === undefined ? {} : { act }),
          ...(count === undefined ? {} : { count }),
        });
        return {
          text: columns(entries.map(entryLine)),
          json: { entries, more },
          notes: more ? ["There are earlier entries; show more with --count, or export the record."] : [],
        };
      }),
    );

  remoteCommand(record, "export", "download a whole chain as JSON lines, which anyone can check", [
    "record export --out records/",
  ])
    .option(...LEDGER_OPTION)
    .option(...WORKSPACE_OPTION)
    .option(...OUT_OPTION)
    .option(...FORCE_OPTION)
    .action((options: RecordOptions) =>
      onServer(options, async (server) => {
        const file = await server.call("exportRecord", { ledger: await ledgerOf(server, options) });
        const path = saveDownload(file, options);
        return { text: `${path}\n`, json: { written: [path] } };
      }),
    );
}

async function ledgersOf({ call, workspace }: Server, options: InWorkspace) {
  const { id } = await workspace(options.workspace);
  return call("listLedgers", { workspace: id });
}

/** The server lists the workspace's own chain first, for those who may read it. */
async function ledgerOf(server: Server, options: RecordOptions): Promise<string> {
  if (options.ledger !== undefined) return options.ledger;
  const [first] = await ledgersOf(server, options);
  return first?.id ?? "";
}

function entryLine({ number, at, actor, act, object }: RecordEntry): string[] {
  return [String(number), shownInstant(at), act, actor.name, `${object.kind} ${object.id}`];
}
