import type { ConsolidatedSubmission } from "@compendium/contract";
import type { Command } from "commander";
import { Failure } from "../../failure.ts";
import { onServer, type ServerOptions } from "../../remote/on-server.ts";
import { remoteCommand } from "../../remote/remote-command.ts";
import { DELEGATION_OPTION, type OfDelegation } from "./options.ts";
import { stateOf, submissionOutcome } from "./submission-text.ts";

interface ClearOptions extends OfDelegation {
  readonly sha256?: string;
}

/** The acts of a delegation: what is cleared is what somebody looked at, and what is submitted is what was cleared. */
export function addClearAndSubmit(program: Command): void {
  remoteCommand(program, "clear <round>", "clear the consolidated submission: a head or deputy answers for it", [
    "clear b5j0r3f8p1m6v2ye",
    "clear b5j0r3f8p1m6v2ye --sha256 a81d4e7b",
  ])
    .option("--sha256 <hash>", "clear only this one, by the beginning of its hash: refused if the room was changed")
    .option(...DELEGATION_OPTION)
    .action((round: string, options: ClearOptions) =>
      onServer(options, async ({ call, delegation }) => {
        const at = { round, delegation: await delegation(round, options.delegation) };
        const file = fileToClear(await call("readConsolidated", at), options.sha256);
        const view = await call("clearRoom", { ...at, body: { sha256: file.sha256 } });
        return { text: `Cleared: ${file.name}, SHA-256 ${file.sha256}\nNow: compendium submit ${round}\n`, json: view };
      }),
    );

  remoteCommand(program, "submit <round>", "submit what was cleared: the act of the delegation, with a receipt", [
    "submit b5j0r3f8p1m6v2ye",
  ])
    .option(...DELEGATION_OPTION)
    .action((round: string, options: OfDelegation) =>
      onServer(options, async ({ call, delegation }) => {
        const at = { round, delegation: await delegation(round, options.delegation) };
        const { cleared } = await call("readRoom", at);
        if (cleared === null) {
          const advice = `A head or deputy looks at it and clears it: compendium room consolidated ${round}, compendium clear ${round}.`;
          throw new Failure("not-now", null, "Nothing is cleared, or the room was changed since.", advice);
        }
        return submissionOutcome(await call("submit", { ...at, body: { sha256: cleared.sha256 } }));
      }),
    );

  remoteCommand(program, "withdraw <submission>", "withdraw a submission, until the deadline; it stays on record", [
    "withdraw h9d4k7s2t0z5x8cg",
  ]).action((submission: string, options: ServerOptions) =>
    onServer(options, async ({ call }) => {
      const view = await call("withdraw", { submission });
      return { text: `Submission ${view.number} of ${view.delegation.code}: ${stateOf(view)}.\n`, json: view };
    }),
  );
}

function fileToClear({ file, state }: ConsolidatedSubmission, wanted = "") {
  if (file === null) {
    const code = state === "rival wordings" ? "rival-wordings" : "not-now";
    const what = state === "empty" ? "The room is empty." : `The room cannot be submitted as it is: ${state}.`;
    throw new Failure(code, null, what, "See why: compendium room consolidated.");
  }
  if (file.sha256.startsWith(wanted.toLowerCase())) return file;
  const advice = "Look at it again: compendium room consolidated.";
  throw new Failure("changed-meanwhile", null, `What is in the room has another hash: ${file.sha256}.`, advice);
}
