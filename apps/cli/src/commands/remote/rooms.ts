import { basename } from "node:path";
import type { LostClearance, RoomFile, RoomView } from "@compendium/contract";
import type { Command } from "commander";
import { counted } from "../../counted.ts";
import { Failure } from "../../failure.ts";
import { readBytes } from "../../files.ts";
import { shownInstant } from "../../remote/instants.ts";
import { columns, facts } from "../../remote/lines.ts";
import { onServer } from "../../remote/on-server.ts";
import { commandGroup, remoteCommand } from "../../remote/remote-command.ts";
import { type SaveOptions, saveDownload } from "../../remote/save-download.ts";
import { DELEGATION_OPTION, FORCE_OPTION, listed, NAMED_FOR_OPTION, type OfDelegation, OUT_OPTION } from "./options.ts";
import { addRoomConsolidated } from "./room-consolidated.ts";
import { stateOf } from "./submission-text.ts";

interface AlignOptions extends OfDelegation {
  readonly onBehalfOf?: string;
  readonly inAlignment?: string;
}

export function addRooms(program: Command): void {
  const room = commandGroup(program, "room", "your delegation's own room in a round");
  remoteCommand(room, "show <round>", "show what is in the room, what was cleared and what was submitted", [
    "room show b5j0r3f8p1m6v2ye",
  ])
    .option(...DELEGATION_OPTION)
    .action((round: string, options: OfDelegation) =>
      onServer(options, async ({ call, delegation }) => {
        const view = await call("readRoom", { round, delegation: await delegation(round, options.delegation) });
        return { text: roomText(view), json: view };
      }),
    );

  remoteCommand(room, "add-file <round> <file>", "put a marked-up Word file into the room", [
    'room add-file b5j0r3f8p1m6v2ye "Ankervale comments.docx"',
  ])
    .option(...NAMED_FOR_OPTION)
    .option(...DELEGATION_OPTION)
    .action((round: string, file: string, options: OfDelegation & { readonly namedFor?: string }) =>
      onServer(options, async ({ call, sending, delegation }) => {
        const code = await delegation(round, options.delegation);
        const added = await sending(file, () =>
          call("addRoomFile", {
            round,
            delegation: code,
            name: basename(file),
            ...(options.namedFor === undefined ? {} : { namedFor: options.namedFor }),
            body: readBytes(file),
          }),
        );
        return { text: `${fileLine(added).join("  ")}\n`, json: added };
      }),
    );

  remoteCommand(room, "remove-file <round> <file>", "take a file out of the room, by its name or identifier", [
    'room remove-file b5j0r3f8p1m6v2ye "Ankervale comments.docx"',
  ])
    .option(...DELEGATION_OPTION)
    .action((round: string, named: string, options: OfDelegation) =>
      onServer(options, async ({ call, delegation }) => {
        const at = { round, delegation: await delegation(round, options.delegation) };
        const { id, file } = chosenFile(await call("readRoom", at), named);
        await call("removeRoomFile", { ...at, file: id });
        return { text: `${file.name} is out of the room.\n`, json: { removed: id } };
      }),
    );

  remoteCommand(room, "download-file <round> <file>", "download a file of the room, by its name or identifier", [
    'room download-file b5j0r3f8p1m6v2ye "Ankervale comments.docx" --out mine/',
  ])
    .option(...DELEGATION_OPTION)
    .option(...OUT_OPTION)
    .option(...FORCE_OPTION)
    .action((round: string, named: string, options: OfDelegation & SaveOptions) =>
      onServer(options, async ({ call, delegation }) => {
        const at = { round, delegation: await delegation(round, options.delegation) };
        const { id } = chosenFile(await call("readRoom", at), named);
        const path = saveDownload(await call("downloadRoomFile", { ...at, file: id }), options);
        return { text: `${path}\n`, json: { written: [path] } };
      }),
    );

  remoteCommand(room, "align <round>", "say on behalf of whom the delegation speaks, and who aligns itself", [
    "room align b5j0r3f8p1m6v2ye --on-behalf-of XCC,XDD --in-alignment XEE",
  ])
    .option("--on-behalf-of <codes>", "with commas between; what you leave out stays", undefined)
    .option("--in-alignment <codes>", "with commas between; what you leave out stays", undefined)
    .option(...DELEGATION_OPTION)
    .action((round: string, options: AlignOptions) =>
      onServer(options, async ({ call, delegation }) => {
        const at = { round, delegation: await delegation(round, options.delegation) };
        const { version, ...before } = await call("readRoom", at);
        const onBehalfOf = options.onBehalfOf === undefined ? before.onBehalfOf : listed(options.onBehalfOf);
        const inAlignment = options.inAlignment === undefined ? before.inAlignment : listed(options.inAlignment);
        const view = await call("setAlignment", { ...at, body: { onBehalfOf, inAlignment, version } });
        return { text: roomText(view), json: view };
      }),
    );

  addRoomConsolidated(room);
}

function roomText({ delegation, files, proposals, cleared, lostClearance, submissions, ...room }: RoomView): string {
  return [
    facts(`Room of ${delegation.name} (${delegation.code})`, [
      ["Files", counted(files.length, "file")],
      ["Written here", counted(proposals.length, "proposal")],
      ["On behalf of", room.onBehalfOf.join(", ")],
      ["In alignment", room.inAlignment.join(", ")],
      ["Cleared", cleared === null ? "not yet" : `by ${cleared.by}, ${shownInstant(cleared.at)}, ${cleared.sha256}`],
      ["Lost clearance", lostClearance === null ? "" : lostText(lostClearance)],
    ]),
    columns(files.map((each) => ["  File", ...fileLine(each)])),
    columns(
      submissions.map((each) => [
        `  Submission ${each.number}`,
        each.id,
        stateOf(each),
        shownInstant(each.receivedAt),
        each.submittedBy,
      ]),
    ),
  ].join("");
}

function lostText({ clearedBy, by, at, act, about }: LostClearance): string {
  return `${clearedBy} had cleared it; then, ${shownInstant(at)}, ${by}: ${act}${about === "" ? "" : ` (${about})`}`;
}

function fileLine({ id, file, by, addedAt, problem }: RoomFile): string[] {
  return [id, file.name, by, shownInstant(addedAt), problem ?? ""];
}

function chosenFile({ files }: RoomView, named: string): RoomFile {
  const found = files.filter(({ id, file }) => id === named || file.name === named);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const what = only === undefined ? `No file of the room is called ${named}.` : `Several files are called ${named}.`;
  const all = files.map(({ id, file }) => `${id} (${file.name})`).join(", ");
  throw new Failure(
    "which-one",
    null,
    what,
    files.length === 0 ? "There is no file in the room." : `There are: ${all}.`,
  );
}
