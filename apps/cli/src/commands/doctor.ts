import type { Check } from "@compendium/server";
import type { Command } from "commander";
import { EXIT } from "../exit-codes.ts";
import { onThisMachine } from "../operate/on-this-machine.ts";
import type { Outcome } from "../outcome.ts";

interface DoctorOptions {
  readonly json?: boolean;
}

export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .summary("look at an installation, and say what to do")
    .description("Looks at everything that the installation of this machine needs, and says what to do.")
    .option("--json", "print JSON for programs on stdout")
    .addHelpText("after", HELP)
    .action((options: DoctorOptions) =>
      onThisMachine(options, async ({ examineInstallation }) =>
        outcome(await examineInstallation({ ...process.env, COMPENDIUM_LOG: "silent" })),
      ),
    );
}

function outcome(checks: readonly Check[]): Outcome {
  return {
    text: checks.map(lineOf).join(""),
    json: { checks },
    exit: checks.some(({ state }) => state === "fault") ? EXIT.outOfOrder : EXIT.fine,
  };
}

function lineOf({ about, state, what, advice }: Check): string {
  const line = `${state.padEnd(8)} ${about}: ${what}\n`;
  return advice === null ? line : `${line}         What to do: ${advice}\n`;
}

const HELP = `
Examples:
  $ compendium doctor --json
  $ compendium doctor

It reads the same variables as the server, changes nothing and sends nothing. Each line is ok, a warning or a fault; the
exit code is 10 if there is a fault.
`;
