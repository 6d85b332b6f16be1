import { basename } from "node:path";
import type { DraftView } from "@compendium/contract";
import type { Command } from "commander";
import { counted } from "../../counted.ts";
import { readBytes } from "../../files.ts";
import { shownInstant } from "../../remote/instants.ts";
import { facts } from "../../remote/lines.ts";
import { onServer, type ServerOptions } from "../../remote/on-server.ts";
import { commandGroup, remoteCommand } from "../../remote/remote-command.ts";
import { type SaveOptions, saveDownload } from "../../remote/save-download.ts";
import { FORCE_OPTION, OUT_OPTION } from "./options.ts";

interface AddOptions extends ServerOptions {
  readonly symbol?: string;
  readonly language?: string;
}

export function addDrafts(program: Command): void {
  const draft = commandGroup(program, "draft", "the drafts of a text");
  remoteCommand(draft, "add <text> <file>", "upload the next draft of a text as a Word file", [
    'draft add p8c3w5h0j7r2d9fa "Guide draft 2.docx"',
  ])
    .option("--symbol <symbol>", "its document symbol, where it is not the series and /Rev.n")
    .option("--language <code>", "ISO 639 code, where it is not the original's")
    .action((text: string, file: string, { symbol, language, ...options }: AddOptions) =>
      onServer(options, async ({ call, sending }) => {
        const view = await sending(file, () =>
          call("addDraft", {
            text,
            name: basename(file),
            ...(symbol === undefined ? {} : { symbol }),
            ...(language === undefined ? {} : { language }),
            body: readBytes(file),
          }),
        );
        return { text: draftText(view), json: view, notes: view.notices };
      }),
    );

  remoteCommand(draft, "show <draft>", "show what is known of a draft, with its outline", [
    "draft show e6s1y4z8m0k5g3vb",
  ]).action((id: string, options: ServerOptions) =>
    onServer(options, async ({ call }) => {
      const view = await call("readDraft", { draft: id });
      return { text: draftText(view) + outlineText(view), json: view, notes: view.notices };
    }),
  );

  remoteCommand(draft, "download <draft>", "download the Word file of a draft, exactly as it is circulated", [
    "draft download e6s1y4z8m0k5g3vb",
    "draft download e6s1y4z8m0k5g3vb --out drafts/",
  ])
    .option(...OUT_OPTION)
    .option(...FORCE_OPTION)
    .action((id: string, options: ServerOptions & SaveOptions) =>
      onServer(options, async ({ call }) => {
        const path = saveDownload(await call("downloadDraft", { draft: id }), options);
        return { text: `${path}\n`, json: { written: [path] } };
      }),
    );
}

function draftText({ id, number, symbol, text, file, paragraphs, createdAt }: DraftView): string {
  return facts(`${text.title}, draft ${number}`, [
    ["Draft", id],
    ["Symbol", symbol],
    ["File", `${file.name}, ${counted(file.bytes, "byte")}`],
    ["SHA-256", file.sha256],
    ["Uploaded", shownInstant(createdAt)],
    ["Paragraphs", String(paragraphs)],
  ]);
}

function outlineText({ outline }: DraftView): string {
  return outline.map(({ level, label, text }) => `${"  ".repeat(level + 1)}${`${label} ${text}`.trim()}\n`).join("");
}
