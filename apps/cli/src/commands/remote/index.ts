import type { Command } from "commander";
import { addClearAndSubmit } from "./clear-and-submit.ts";
import { addCompilations } from "./compilations.ts";
import { addCompile } from "./compile.ts";
import { addDrafts } from "./drafts.ts";
import { addPeople } from "./people.ts";
import { addRecord } from "./record.ts";
import { addRooms } from "./rooms.ts";
import { addRounds } from "./rounds.ts";
import { addSignIn } from "./sign-in.ts";
import { addStanding } from "./standing.ts";
import { addSubmissions } from "./submissions.ts";
import { addTexts } from "./texts.ts";
import { addWhoami } from "./whoami.ts";
import { addWorkspaces } from "./workspaces.ts";

/** All commands that work on a server, in the order of a round. */
export function addRemote(program: Command): void {
  const all = [
    addSignIn,
    addWhoami,
    addWorkspaces,
    addPeople,
    addTexts,
    addDrafts,
    addRounds,
    addRooms,
    addClearAndSubmit,
    addSubmissions,
    addCompile,
    addCompilations,
    addStanding,
    addRecord,
  ];
  for (const add of all) add(program);
}
