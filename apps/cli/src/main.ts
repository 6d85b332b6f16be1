import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { addCompare } from "./commands/compare.ts";
import { addConsolidate } from "./commands/consolidate.ts";
import { addInspect } from "./commands/inspect.ts";
import { addReadAs } from "./commands/read-as.ts";
import { addReceipt } from "./commands/receipt.ts";
import { addRemote } from "./commands/remote/index.ts";
import { EXIT, EXIT_MEANINGS } from "./exit-codes.ts";
import { Failure } from "./failure.ts";
import { addOperate } from "./operate/index.ts";
import { asJson } from "./outcome.ts";

/** Runs the command line as `process.argv` has it, and sets the exit code of the process. */
export function main(argv: readonly string[]): void {
  // `compendium read-as … | head` closes the pipe early, which is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  try {
    program().parse(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    process.exitCode = EXIT.usage;
    if (argv.includes("--json")) process.stdout.write(asJson({ errors: [misunderstood(error)] }));
  }
}

function program(): Command {
  const compendium = new Command("compendium")
    .description("Takes the marked-up copies of a draft back and gives one compilation that loses nothing.")
    .version(version())
    .showHelpAfterError(`  What to do: ${ADVICE}`)
    .configureHelp({ sortOptions: false, subcommandTerm: (command) => command.name(), subcommandDescription: aboutOf })
    .exitOverride()
    .addHelpText("after", HELP)
    .helpCommand(false)
    .commandsGroup("On this machine, with files:");
  for (const add of [addConsolidate, addInspect, addCompare, addReadAs, addReceipt]) add(compendium);
  addOperate(compendium.commandsGroup("On the machine of a server, for its operator:"));
  addRemote(compendium.commandsGroup("On a server, where you are signed in:"));
  return compendium;
}

/** What a command does; of one that only gathers others, their names. */
function aboutOf(command: Command): string {
  const inside = command.commands.map((each) => each.name());
  return inside.length === 0 ? command.summary() : `${command.summary()}: ${inside.join(", ")}`;
}

function version(): string {
  const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

/** What commander has told on stderr already. */
function misunderstood({ message }: CommanderError): Failure {
  return new Failure("usage", null, message.replace(/^error: /, ""), ADVICE);
}

const ADVICE = "See --help of the command, which has examples.";

const HELP = `
Examples:
  $ compendium consolidate base.docx returned/*.docx --out out/
  $ compendium inspect "returned/XAA comments.docx" --base base.docx
  $ compendium receipt base.docx "returned/XAA comments.docx"
  $ compendium sign-in https://compendium.example

Exit codes:
${Object.entries(EXIT_MEANINGS)
  .map(([code, meaning]) => `  ${code}  ${meaning}`)
  .join("\n")}

Each command has its own --help, with examples. Errors and remarks go to stderr, the answer goes to stdout.
`;
