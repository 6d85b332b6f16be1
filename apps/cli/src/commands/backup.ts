import { constants } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { BackupMade, Settings } from "@compendium/server";
import type { Command } from "commander";
import { counted } from "../counted.ts";
import { EXIT } from "../exit-codes.ts";
import { Failure } from "../failure.ts";
import { onThisMachine, type ServerPackage, settingsIn } from "../operate/on-this-machine.ts";
import type { Outcome } from "../outcome.ts";

interface BackupOptions {
  readonly json?: boolean;
}

export function addBackup(program: Command): void {
  program
    .command("backup")
    .summary("write an installation into one file")
    .description("Writes the whole installation of this machine, as it is at one instant, into one file.")
    .argument("[file]", "where to write; if left out, a name with the time in the current folder")
    .option("--json", "print JSON for programs on stdout")
    .addHelpText("after", HELP)
    .action((file: string | undefined, options: BackupOptions) =>
      onThisMachine(options, (server) => run(server, resolve(file ?? newName()))),
    );
}

async function run(server: ServerPackage, path: string): Promise<Outcome> {
  const settings = settingsIn(server);
  try {
    return outcome(await server.backUp(settings, path));
  } catch (error) {
    if (!(error instanceof server.Refusal) || error.code !== "in-use") throw error;
    return askServer(server, settings, path, error);
  }
}

/** The embedded database is the server's alone while it runs: so the server makes the backup, and we take a copy. */
async function askServer(
  { backupFolder }: ServerPackage,
  { dataFolder }: Settings,
  path: string,
  cause: Error,
): Promise<Outcome> {
  const folder = backupFolder(dataFolder);
  const { readSignedIn } = await import("../remote/signed-in.ts");
  try {
    readSignedIn(process.env);
  } catch {
    throw new Failure(
      "in-use",
      dataFolder,
      cause.message,
      `Sign in to that server as its administrator (compendium sign-in) and try again: it makes the backup itself. Those of each day are in ${folder}.`,
      { cause },
    );
  }
  const { connect } = await import("../remote/server.ts");
  return connect(async ({ origin, call }) => {
    const { name, bytes, madeAt, sha256 } = await call("makeBackup", {});
    const made = join(folder, name);
    await copyFile(made, path, constants.COPYFILE_EXCL).catch((error: Error) => {
      const advice = `It is on the machine of ${origin}, under the name ${name}. Copy it from there.`;
      throw new Failure("not-written", path, `The backup was made and cannot be copied: ${error.message}.`, advice);
    });
    return {
      text: `${path}\n  ${bytes} bytes, made at ${madeAt} by ${origin}\n  SHA-256 ${sha256}\n`,
      json: { file: path, bytes, sha256, madeAt },
    };
  });
}

function outcome({ path, bytes, sha256, manifest, damaged }: BackupMade): Outcome {
  const { madeAt, files, ledgers, tables } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const entries = ledgers.reduce((sum, ledger) => sum + ledger.entries, 0);
  return {
    text: [
      path,
      `  ${bytes} bytes, made at ${madeAt}`,
      `  ${counted(rows, "row")} in ${tables.length} tables, ${counted(files.count, "file")}`,
      `  ${counted(entries, "entry of the record", "entries of the record")} in ${counted(ledgers.length, "chain")}`,
      `  SHA-256 ${sha256}`,
      "",
    ].join("\n"),
    json: { file: path, bytes, sha256, madeAt, rows, files: files.count, ledgers, damaged },
    notes: damaged.map(
      (hash) => `The kept file ${hash} was changed behind the server's back. It is in the backup as it is.`,
    ),
    exit: damaged.length > 0 ? EXIT.proofFails : EXIT.fine,
  };
}

/** `compendium-2026-09-01T03-00-00Z.zip` */
function newName(): string {
  return `compendium-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}Z.zip`;
}

const HELP = `
Examples:
  $ compendium backup /mnt/backups/before-upgrade.zip
  $ compendium backup
  $ DATABASE_URL=postgres://compendium@localhost/compendium compendium backup

It reads the same variables as the server. PostgreSQL may be in use meanwhile; the embedded database may not, unless you
are signed in to its server as administrator of the installation. The file holds everything but sessions and what is
counted in minutes, in the clear: keep it where only its operator can read it. Keep the secret of the installation too.
`;
