import type { Command } from "commander";

/** A command on a server, about what it does in a few words: all of them can print JSON, and each has examples. */
export function remoteCommand(parent: Command, usage: string, about: string, examples: readonly string[]): Command {
  const shown = examples.map((example) => `  $ compendium ${example}\n`).join("");
  return parent
    .command(usage)
    .summary(about)
    .description(sentence(about))
    .option("--json", "print JSON for programs on stdout")
    .addHelpText("after", `\nExamples:\n${shown}`);
}

/** The commands about one thing: `compendium draft add`, `compendium draft show`. */
export function commandGroup(program: Command, name: string, about: string): Command {
  return program.command(name).summary(about).description(sentence(about)).helpCommand(false);
}

function sentence(about: string): string {
  return `${about.charAt(0).toUpperCase()}${about.slice(1)}.`;
}
