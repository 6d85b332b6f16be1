import type { Standing, StandingEnd } from "@compendium/contract";
import type { Command } from "commander";
import { facts } from "../../remote/lines.ts";
import { onServer } from "../../remote/on-server.ts";
import { remoteCommand } from "../../remote/remote-command.ts";
import { DELEGATION_OPTION, type OfDelegation } from "./options.ts";

export function addStanding(program: Command): void {
  remoteCommand(program, "standing <round>", "show what your delegation proposed, and where it stands", [
    "standing b5j0r3f8p1m6v2ye",
  ])
    .option(...DELEGATION_OPTION)
    .action((round: string, options: OfDelegation) =>
      onServer(options, async ({ call, delegation }) => {
        const code = await delegation(round, options.delegation);
        const view = await call("readStanding", { round, delegation: code });
        return { text: standingText(code, view), json: view };
      }),
    );
}

function standingText(code: string, { compilation, proposals, formatting, comments }: Standing): string {
  if (compilation === null) return "No compilation is released yet.\n";
  const heading = `What ${code} proposed, in compilation ${compilation.number} (${compilation.id})\n`;
  return [
    heading,
    ...proposals.map(({ movedTo, ...proposal }) =>
      facts(proposal.citation, [
        ...endFacts(proposal),
        ...(movedTo === null ? [] : ([["Moved to", movedTo.citation], ...endFacts(movedTo)] as const)),
      ]),
    ),
    ...formatting.map(({ citation, text, change, with: others }) =>
      facts(citation, [
        ["Formatting", `${change}: ${text.trim()}`],
        ["Also by", others.join(", ")],
      ]),
    ),
    ...comments.map(({ citation, paragraphs }) => facts(citation, [["Comment", paragraphs.join(" ")]])),
  ].join("\n");
}

function endFacts({ base, wording, with: others, rivals, reasons }: StandingEnd): (readonly [string, string])[] {
  return [
    ["Base text", shownWording(base)],
    ["Proposed", shownWording(wording)],
    ...reasons.map((reason) => ["Reason", reason.replaceAll("\n", " ")] as const),
    ["Also by", others.join(", ")],
    ...rivals.map((rival) => [rival.delegations.join(", "), shownWording(rival.wording)] as const),
  ];
}

/** An insertion has no base text, a deletion no wording: both must be seen. */
function shownWording(wording: string): string {
  return wording.trim() === "" ? "(nothing)" : wording.trim();
}
