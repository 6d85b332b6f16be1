import type { Restored } from "@compendium/server";
import type { Command } from "commander";
import { counted } from "../counted.ts";
import { EXIT } from "../exit-codes.ts";
import { onThisMachine, settingsIn } from "../operate/on-this-machine.ts";
import type { Outcome } from "../outcome.ts";

interface RestoreOptions {
  readonly acceptFaults?: boolean;
  readonly json?: boolean;
}

export function addRestore(program: Command): void {
  program
    .command("restore")
    .summary("put a backup back into an empty database")
    .description("Puts a backup back into an empty database of either kind: all of it, verified, or nothing.")
    .argument("<file>", "a backup")
    .option("--accept-faults", "put back what does not verify, as it is")
    .option("--json", "print JSON for programs on stdout")
    .addHelpText("after", HELP)
    .action((file: string, options: RestoreOptions) =>
      onThisMachine(options, async (server) =>
        outcome(await server.restore(settingsIn(server), file, options.acceptFaults ?? false)),
      ),
    );
}

function outcome({ manifest, queued, findings }: Restored): Outcome {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    text: [
      `Put back as it was at ${manifest.madeAt}:`,
      `  ${counted(rows, "row")} in ${manifest.tables.length} tables, ${counted(manifest.files.count, "file")}`,
      `  Queued again: ${counted(queued.mails, "mail")} not sent yet, ${counted(queued.rounds, "round")} not closed yet, `
        + `${counted(queued.compilations, "compilation")} not built yet`,
      "",
    ].join("\n"),
    json: { madeAt: manifest.madeAt, rows, files: manifest.files.count, queued, findings },
    notes: [
      ...findings.map(({ where, what }) => `${where}: ${what}`),
      "Everybody signs in again. Second factors work only with the secret that the installation had before.",
    ],
    exit: findings.length > 0 ? EXIT.proofFails : EXIT.fine,
  };
}

const HELP = `
Examples:
  $ compendium restore compendium-2026-09-01T03-00-00Z.zip
  $ COMPENDIUM_DATA=new-data compendium restore data/backups/daily-2026-09-01T03-00-00Z.zip
  $ DATABASE_URL=postgres://compendium@localhost/new compendium restore compendium-2026-09-01T03-00-00Z.zip

It reads the same variables as the server, which must not run. A mail that was not sent when the backup was made is sent
when the server starts: to try a backup out, leave SMTP_URL away, and mails are written as files.
`;
