import type { CompilationView } from "@compendium/contract";
import type { Command } from "commander";
import { shownInstant } from "../../remote/instants.ts";
import { columns } from "../../remote/lines.ts";
import { onServer, type ServerOptions } from "../../remote/on-server.ts";
import { commandGroup, remoteCommand } from "../../remote/remote-command.ts";
import { type SaveOptions, saveDownload } from "../../remote/save-download.ts";
import { compilationText } from "./compilation-text.ts";
import { FORCE_OPTION, listed, OUT_OPTION } from "./options.ts";

interface DownloadOptions extends ServerOptions, SaveOptions {
  readonly format?: string;
}

export function addCompilations(program: Command): void {
  remoteCommand(program, "compilations <round>", "list the compilations of a round, the newest first", [
    "compilations b5j0r3f8p1m6v2ye",
  ]).action((round: string, options: ServerOptions) =>
    onServer(options, async ({ call }) => {
      const all = await call("listCompilations", { round });
      const rows = all.map((each) => [String(each.number), each.id, each.state, shownInstant(each.askedAt)]);
      return { text: all.length === 0 ? "There is no compilation yet that you may see.\n" : columns(rows), json: all };
    }),
  );

  const compilation = commandGroup(program, "compilation", "a compilation");
  remoteCommand(compilation, "show <compilation>", "show how a compilation stands", [
    "compilation show w1q6n3b8j4e7a0rm",
  ]).action((id: string, options: ServerOptions) =>
    onServer(options, async ({ call }) => shown(await call("readCompilation", { compilation: id }))),
  );

  remoteCommand(compilation, "download <compilation>", "download a compilation in its formats", [
    "compilation download w1q6n3b8j4e7a0rm --out out/",
    "compilation download w1q6n3b8j4e7a0rm --format tracked,table",
  ])
    .option("-f, --format <names>", "only these formats, with commas between; all of them if left out")
    .option(...OUT_OPTION)
    .option(...FORCE_OPTION)
    .action((id: string, options: DownloadOptions) =>
      onServer(options, async ({ call }) => {
        const { files } = await call("readCompilation", { compilation: id });
        const formats = options.format === undefined ? files.map(({ format }) => format) : listed(options.format);
        // Several files need a folder: a file of the same name for all of them would hold the last one only.
        const out = formats.length > 1 && options.out !== undefined ? `${options.out}/` : options.out;
        const written: string[] = [];
        for (const format of formats) {
          const file = await call("downloadCompilation", { compilation: id, format });
          written.push(saveDownload(file, { ...options, ...(out === undefined ? {} : { out }) }));
        }
        return { text: written.map((path) => `${path}\n`).join(""), json: { written } };
      }),
    );

  remoteCommand(compilation, "release <compilation>", "release a compilation to those who were asked", [
    "compilation release w1q6n3b8j4e7a0rm",
  ]).action((id: string, options: ServerOptions) =>
    onServer(options, async ({ call }) => shown(await call("release", { compilation: id }))),
  );
}

function shown(view: CompilationView) {
  return { text: compilationText(view), json: view };
}
