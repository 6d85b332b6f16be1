import type { Verdict } from "@compendium/server";
import type { Command } from "commander";
import { counted } from "../counted.ts";
import { EXIT } from "../exit-codes.ts";
import { Failure } from "../failure.ts";
import { onThisMachine, type ServerPackage, settingsIn } from "../operate/on-this-machine.ts";
import type { Outcome } from "../outcome.ts";

interface VerifyOptions {
  readonly database?: boolean;
  readonly head?: string;
  readonly json?: boolean;
}

export function addVerify(program: Command): void {
  program
    .command("verify")
    .summary("check that a record, its files and submissions are as they were written")
    .description("Checks every chain of the record, every kept file, and that each submission stands on record.")
    .usage("[options] <file> | --database")
    .argument("[file]", "a backup, or a chain exported as .jsonl")
    .option("--database", "check the database of this machine's installation")
    .option("--head <hash>", "the hash of an entry that you were given, as with a receipt: it must be there")
    .option("--json", "print JSON for programs on stdout")
    .addHelpText("after", HELP)
    .action((file: string | undefined, options: VerifyOptions) =>
      onThisMachine(options, (server) => run(server, file ?? null, options)),
    );
}

async function run(
  server: ServerPackage,
  file: string | null,
  { database = false, head }: VerifyOptions,
): Promise<Outcome> {
  if ((file === null) !== database) throw usage("verify takes a file, or --database.");
  if (head !== undefined && !/^[0-9a-f]{64}$/i.test(head)) throw usage(`This is no hash of an entry: ${head}.`);
  const kept = head?.toLowerCase() ?? null;
  const verdict =
    file === null ? await server.verifyInstallation(settingsIn(server), kept) : await server.verifyFile(file, kept);
  return {
    text: textOf(verdict),
    json: verdict,
    notes:
      kept === null
        ? ["That nobody wrote a chain anew from its beginning, only a hash proves that you kept: give one with --head."]
        : [],
    exit: verdict.findings.length > 0 ? EXIT.proofFails : EXIT.fine,
  };
}

function textOf({ chains, files, submissions, findings }: Verdict): string {
  const lines = [
    ...chains.map(
      ({ ledger, entries, head }) => `${ledger}: ${counted(entries, "entry", "entries")}, ends with ${head}`,
    ),
    ...(files === null ? [] : [`${counted(files, "file")}`]),
    ...(submissions === null ? [] : [`${counted(submissions, "submission")}`]),
    findings.length === 0 ? "All of it is as it was written." : "NOT AS IT WAS WRITTEN:",
    ...findings.map(({ where, what }) => `  ${where}: ${what}`),
  ];
  return `${lines.join("\n")}\n`;
}

function usage(what: string): Failure {
  return new Failure(
    "usage",
    null,
    what,
    "For example: compendium verify backup.zip, or compendium verify --database.",
  );
}

const HELP = `
Examples:
  $ compendium verify compendium-2026-09-01T03-00-00Z.zip
  $ compendium verify "record workspace 7h2k9m4p1q8r5t3v.jsonl" --head 5fd40817…
  $ compendium verify --database

A file is checked with nothing but the file: on any machine, without a server or a network. The exit code is 4 if anything
was changed, removed, put in, moved or cut off, and each is told with its place.
`;
