import type { CompilationView } from "@compendium/contract";
import { counted } from "../../counted.ts";
import { shownInstant } from "../../remote/instants.ts";
import { columns, facts } from "../../remote/lines.ts";

/** How a compilation stands, as people read it. */
export function compilationText({ id, number, state, submissions, counts, files, ...view }: CompilationView): string {
  const { released } = view;
  return [
    facts(`Compilation ${number}: ${state}`, [
      ["Compilation", id],
      ["Asked for", `by ${view.askedBy}, ${shownInstant(view.askedAt)}`],
      ["Of", submissions.map((each) => `${each.delegation}${each.late ? " (late)" : ""}`).join(", ")],
      ["Holds", counts === null ? "" : countsText(counts)],
      ["Failure", view.failure ?? ""],
      ["Released", released === null ? "" : `by ${released.by}, ${shownInstant(released.at)}`],
    ]),
    columns(files.map(({ format, file }) => [`  ${format}`, file.name, counted(file.bytes, "byte")])),
  ].join("");
}

function countsText({ passages, proposals, comments, notices }: NonNullable<CompilationView["counts"]>): string {
  return [
    counted(passages, "passage"),
    counted(proposals, "proposal"),
    counted(comments, "comment"),
    counted(notices, "notice"),
  ].join(", ");
}
