import type { ConsolidatedSubmission } from "@compendium/contract";
import type { Command } from "commander";
import { facts } from "../../remote/lines.ts";
import { onServer } from "../../remote/on-server.ts";
import { receiptLine } from "../../remote/receipt-text.ts";
import { remoteCommand } from "../../remote/remote-command.ts";
import { type SaveOptions, saveDownload } from "../../remote/save-download.ts";
import { DELEGATION_OPTION, FORCE_OPTION, type OfDelegation } from "./options.ts";

export function addRoomConsolidated(room: Command): void {
  remoteCommand(room, "consolidated <round>", "show everything in the room as the one submission that it would be", [
    "room consolidated b5j0r3f8p1m6v2ye",
    "room consolidated b5j0r3f8p1m6v2ye --out to-clear.docx",
  ])
    .option(...DELEGATION_OPTION)
    .option("-o, --out <path>", "also write the Word file that would be submitted, to this file or folder")
    .option(...FORCE_OPTION)
    .action((round: string, options: OfDelegation & SaveOptions) =>
      onServer(options, async ({ call, delegation }) => {
        const at = { round, delegation: await delegation(round, options.delegation) };
        const view = await call("readConsolidated", at);
        const isWanted = options.out !== undefined && view.file !== null;
        const written = isWanted ? [saveDownload(await call("downloadConsolidated", at), options)] : [];
        return {
          text: consolidatedText(view) + written.map((path) => `Written: ${path}\n`).join(""),
          json: { ...view, written },
        };
      }),
    );
}

const STATES: Readonly<Record<ConsolidatedSubmission["state"], string>> = {
  empty: "The room is empty: there is nothing to submit.",
  clean: "One submission, without contradiction.",
  "rival wordings": "The room contradicts itself: choose one wording for each of these passages.",
  "not read": "These files cannot be read: take them out, or put better ones in.",
};

function consolidatedText({ state, file, receipt, conflicts, problems }: ConsolidatedSubmission): string {
  const line = receiptLine(receipt);
  return [
    facts(STATES[state], [
      ["File", file?.name ?? ""],
      ["SHA-256", file?.sha256 ?? ""],
      ["Recorded", line?.recorded ?? ""],
      ["Proof", line?.proof ?? ""],
    ]),
    ...problems.map((each) => `  ${each.file}: ${each.problem}\n`),
    ...conflicts.map(({ citation, base, wordings }) =>
      facts(
        `  ${citation}: ${base}`,
        wordings.map(({ by, wording }) => [`  ${by}`, wording] as const),
      ),
    ),
  ].join("");
}
