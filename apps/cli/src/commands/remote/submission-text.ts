import type { SubmissionView } from "@compendium/contract";
import { counted } from "../../counted.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Outcome } from "../../outcome.ts";
import { shownInstant } from "../../remote/instants.ts";
import { facts } from "../../remote/lines.ts";
import { receiptLine } from "../../remote/receipt-text.ts";

/** A submission with its receipt. The exit code says whether the proof holds. */
export function submissionOutcome(view: SubmissionView): Outcome {
  const holds = receiptLine(view.receipt)?.holds ?? true;
  const exit: ExitCode = holds ? EXIT.fine : EXIT.proofFails;
  return { text: submissionText(view), json: view, exit };
}

/** `"stands"`, `"replaced"`, or of a late one also whether it was admitted. */
export function stateOf({ state, late, admitted }: SubmissionView): string {
  if (!late) return state;
  return `${state}, ${admitted === null ? "LATE, not admitted" : "late, admitted"}`;
}

function submissionText(view: SubmissionView): string {
  const { delegation, number, file, recordEntry, admitted, replaces, takenBack } = view;
  const line = receiptLine(view.receipt);
  return facts(`Submission ${number} of ${delegation.name} (${delegation.code})`, [
    ["Submission", view.id],
    ["State", stateOf(view)],
    ["Received", shownInstant(view.receivedAt)],
    ["By", whence(view)],
    ["Replaces", replaces === null ? "" : `submission ${replaces.number}, ${whence(replaces)}, ${replaces.submission}`],
    ["Taken back", takenBack === null ? "" : `by ${takenBack.by}, ${shownInstant(takenBack.at)}: ${takenBack.reason}`],
    ["File", `${file.name}, ${counted(file.bytes, "byte")}`],
    ["SHA-256", file.sha256],
    ["Recorded", line?.recorded ?? ""],
    ["Proof", line?.proof ?? ""],
    ["On behalf of", view.onBehalfOf.join(", ")],
    ["In alignment", view.inAlignment.join(", ")],
    ["Admitted", admitted === null ? "" : `by ${admitted.by}, ${shownInstant(admitted.at)}: ${admitted.reason}`],
    ["Record", `entry ${recordEntry.number} of ${recordEntry.ledger}, ${recordEntry.hash}`],
  ]);
}

/** Who submitted it, or entered it. */
function whence({ channel, submittedBy }: Pick<SubmissionView, "channel" | "submittedBy">): string {
  switch (channel) {
    case "web":
      return submittedBy;
    case "e-mail":
      return `${submittedBy}, for a file that came by e-mail`;
    case "draft before":
      return `${submittedBy}, carried from the draft before`;
  }
}
