import { basename } from "node:path";
import type { Command } from "commander";
import { readBytes } from "../../files.ts";
import { ownTimeZone, readInstant, shownInstant } from "../../remote/instants.ts";
import { columns } from "../../remote/lines.ts";
import { onServer, type ServerOptions } from "../../remote/on-server.ts";
import { commandGroup, remoteCommand } from "../../remote/remote-command.ts";
import { type SaveOptions, saveDownload } from "../../remote/save-download.ts";
import { FORCE_OPTION, NAMED_FOR_OPTION, OUT_OPTION } from "./options.ts";
import { stateOf, submissionOutcome } from "./submission-text.ts";

interface EnterOptions extends ServerOptions {
  readonly delegation: string;
  readonly arrived?: string;
  readonly timeZone?: string;
  readonly replaces?: string;
  readonly namedFor?: string;
}

export function addSubmissions(program: Command): void {
  remoteCommand(program, "submissions <round>", "list the submissions of a round that you may see", [
    "submissions b5j0r3f8p1m6v2ye",
  ]).action((round: string, options: ServerOptions) =>
    onServer(options, async ({ call }) => {
      const all = await call("listSubmissions", { round });
      const rows = all.map((each) => [
        each.delegation.code,
        String(each.number),
        each.id,
        stateOf(each),
        shownInstant(each.receivedAt),
        each.channel,
        each.file.name,
      ]);
      return { text: all.length === 0 ? "Nothing was submitted yet.\n" : columns(rows), json: all };
    }),
  );

  const submission = commandGroup(program, "submission", "a submission");
  remoteCommand(submission, "show <submission>", "show a submission with its receipt", [
    "submission show h9d4k7s2t0z5x8cg",
  ]).action((id: string, options: ServerOptions) =>
    onServer(options, async ({ call }) => submissionOutcome(await call("readSubmission", { submission: id }))),
  );
  remoteCommand(submission, "download <submission>", "download the Word file that was submitted", [
    "submission download h9d4k7s2t0z5x8cg --out returned/",
  ])
    .option(...OUT_OPTION)
    .option(...FORCE_OPTION)
    .action((id: string, options: ServerOptions & SaveOptions) =>
      onServer(options, async ({ call }) => {
        const path = saveDownload(await call("downloadSubmission", { submission: id }), options);
        return { text: `${path}\n`, json: { written: [path] } };
      }),
    );

  remoteCommand(program, "enter-submission <round> <file>", "enter a file that a delegation sent by e-mail", [
    'enter-submission b5j0r3f8p1m6v2ye XBB.docx --delegation XBB --arrived "2026-03-02 09:10"',
    "enter-submission b5j0r3f8p1m6v2ye XBB.docx --delegation XBB --replaces h9d4k7s2t0z5x8cg",
  ])
    .requiredOption("--delegation <CODE>", "whose file it is")
    .option("--arrived <instant>", "when the e-mail arrived, which is when it counts as received; now if left out")
    .option("--time-zone <zone>", "in which --arrived is told; that of this machine if left out")
    .option("--replaces <submission>", "the submission that stands, to confirm that this one replaces it")
    .option(...NAMED_FOR_OPTION)
    .action((round: string, file: string, options: EnterOptions) =>
      onServer(options, async ({ call, sending }) => {
        const { delegation, arrived, timeZone = ownTimeZone(), replaces, namedFor } = options;
        const arrivedAt =
          arrived === undefined ? new Date().toISOString() : readInstant(arrived, timeZone, "--arrived");
        const confirmed = {
          ...(replaces === undefined ? {} : { replaces }),
          ...(namedFor === undefined ? {} : { namedFor }),
        };
        const about = { round, delegation, name: basename(file), arrivedAt, ...confirmed };
        return submissionOutcome(
          await sending(file, () => call("enterSubmission", { ...about, body: readBytes(file) })),
        );
      }),
    );

  remoteCommand(
    program,
    "take-back <submission>",
    "take back a file that was entered by mistake; what stood before stands again",
    ['take-back q2e8n3b9w4j0r6yf --reason "The file is that of another round."'],
  )
    .requiredOption("--reason <reason>", "why, for the record and the delegation")
    .action((id: string, options: ServerOptions & { readonly reason: string }) =>
      onServer(options, async ({ call }) => {
        const view = await call("takeBack", { submission: id, body: { reason: options.reason } });
        return { text: `Submission ${view.number} of ${view.delegation.code}: ${stateOf(view)}.\n`, json: view };
      }),
    );

  remoteCommand(program, "admit <submission>", "admit a late submission, so that it is compiled", [
    'admit h9d4k7s2t0z5x8cg --reason "The mail server of the mission was down."',
  ])
    .requiredOption("--reason <reason>", "why, for the record")
    .action((id: string, options: ServerOptions & { readonly reason: string }) =>
      onServer(options, async ({ call }) => {
        const view = await call("admit", { submission: id, body: { reason: options.reason } });
        return { text: `Submission ${view.number} of ${view.delegation.code}: ${stateOf(view)}.\n`, json: view };
      }),
    );
}
