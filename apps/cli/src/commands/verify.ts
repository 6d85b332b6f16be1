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
    .option(
      "--head <hash>",
      "the hash of an entry that you were given, as with a receipt, or its beginning: it must be there",
    )
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
  const kept = head === undefined ? null : hashIn(head);
  const verdict =
    file === null ? await server.verifyInstallation(settingsIn(server), kept) : await server.verifyFile(file, kept);
  mustBeOne(kept, verdict);
  return {
    text: textOf(verdict),
    json: verdict,
    notes: noteOn(kept, verdict),
    exit: verdict.findings.length > 0 ? EXIT.proofFails : EXIT.fine,
  };
}

/** A whole hash, or as much of it as a page shows, with its dots or without. */
function hashIn(head: string): string {
  const digits = head.toLowerCase().replace(/(…|\.\.\.)$/, "");
  if (/^[0-9a-f]*$/.test(digits) && digits.length >= FEWEST_DIGITS && digits.length <= WHOLE_HASH) return digits;
  throw usage(
    `This is no hash of an entry: ${head}. Give its ${WHOLE_HASH} digits from 0 to f, or the first ${FEWEST_DIGITS} or more.`,
  );
}

/** Digits of a SHA-256, and those of them that pages show. */
const WHOLE_HASH = 64;
const FEWEST_DIGITS = 12;

function noteOn(kept: string | null, verdict: Verdict): readonly string[] {
  if (kept === null) {
    return [
      "That nobody wrote a chain anew from its beginning, only a hash proves that you kept: give one with --head.",
    ];
  }
  if (kept.length === WHOLE_HASH || verdict.kept?.length === 0) return [];
  return [
    `Only the first ${kept.length} of ${WHOLE_HASH} digits were compared: with much computing, an entry can be made whose hash begins so. Compare the whole hash above with yours.`,
  ];
}

function mustBeOne(kept: string | null, verdict: Verdict): void {
  const hashes = new Set(verdict.kept?.map(({ hash }) => hash));
  if (hashes.size < 2) return;
  throw usage(
    `${hashes.size} entries have a hash that begins with ${kept}: ${[...hashes].join(", ")}. Give more digits.`,
  );
}

function textOf({ kept, chains, files, submissions, findings }: Verdict): string {
  const lines = [
    ...chains.map(
      ({ ledger, entries, head }) => `${ledger}: ${counted(entries, "entry", "entries")}, ends with ${head}`,
    ),
    ...(kept ?? []).map(
      ({ ledger, number, hash }) => `The hash that you were given is that of ${ledger}, entry ${number}: ${hash}`,
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
  $ compendium verify "record workspace 7h2k9m4p1q8r5t3v.jsonl" --head 5fd408170b2e
  $ compendium verify --database

A file is checked with nothing but the file: on any machine, without a server or a network. The embedded database is its
server's alone while that runs: stop the server for --database, or verify a backup. The exit code is 4 if anything
was changed, removed, put in, moved or cut off, and each is told with its place.
`;
