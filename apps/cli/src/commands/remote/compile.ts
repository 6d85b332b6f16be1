import type { CompilationView } from "@compendium/contract";
import type { Command } from "commander";
import { counted } from "../../counted.ts";
import { Failure } from "../../failure.ts";
import { type Progress, progressOn } from "../../progress.ts";
import { onServer, type ServerOptions } from "../../remote/on-server.ts";
import { remoteCommand } from "../../remote/remote-command.ts";
import type { Server } from "../../remote/server.ts";
import { compilationText } from "./compilation-text.ts";

interface CompileOptions extends ServerOptions {
  readonly wait: boolean;
}

export function addCompile(program: Command): void {
  remoteCommand(
    program,
    "compile <round>",
    "have the submissions of a round compiled as they stand now, and wait for it",
    ["compile b5j0r3f8p1m6v2ye", "compile b5j0r3f8p1m6v2ye --no-wait"],
  )
    .option("--no-wait", "only ask for it: it is built all the same")
    .action((round: string, options: CompileOptions) =>
      onServer(options, async (server) => {
        const asked = await server.call("askForCompilation", { round });
        const view = options.wait ? await built(server, asked, progressOn(process.stderr)) : asked;
        return { text: compilationText(view), json: view };
      }),
    );
}

/** Milliseconds between two looks at whether it is built: a guide of 20 pages takes about a second. */
const EVERY = 500;

async function built({ call }: Server, asked: CompilationView, progress: Progress): Promise<CompilationView> {
  const since = Date.now();
  try {
    for (;;) {
      const view = await call("readCompilation", { compilation: asked.id });
      if (view.state === "failed") {
        const advice = "Look at the submissions on their own: compendium submission download, compendium inspect.";
        throw new Failure("file-not-read", null, `The compilation failed: ${view.failure}`, advice);
      }
      if (view.state !== "waiting") return view;
      const seconds = Math.round((Date.now() - since) / 1000);
      progress.saying(
        `Compiling ${counted(asked.submissions.length, "submission")}: ${seconds} s. Ctrl+C leaves it to itself.`,
      );
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  } finally {
    progress.end();
  }
}
