import { ApiProblem, type RoomView, WORD_FILE } from "@compendium/contract";
import { delegationsOf, presentDelegation } from "../../people/index.ts";
import { type Actor, signedInAs } from "../../platform/actor.ts";
import { readFile } from "../../platform/files/files.ts";
import { nothingHere, onSubject, type Route, route } from "../../platform/http/route.ts";
import type { Services } from "../../platform/services.ts";
import { fileNotRead } from "../../platform/word/file-problem.ts";
import { paragraphAt } from "../../texts/index.ts";
import {
  addProposal,
  addRoomFile,
  changeProposal,
  removeProposal,
  removeRoomFile,
  setAlignment,
} from "../commands/rooms.ts";
import { clearRoom, submit } from "../commands/submissions.ts";
import { baseOf, delegationNamed, givenFile } from "../compiling/given.ts";
import { readFileChanges } from "../compiling/in-thread.ts";
import { consolidateRoom } from "../consolidated.ts";
import { clear, propose, readRoom } from "../policy.ts";
import { presentProposal, presentRoom, presentRoomFile } from "../present.ts";
import { presentStanding } from "../present-standing.ts";
import {
  documentOf,
  findRoom,
  newestReleasedOf,
  type RoomOfRound,
  readRoomOf,
  submissionsOf,
  type WebProposalRow,
} from "../queries.ts";
import { submissionView } from "./submission-view.ts";

export function roomRoutes(services: Services): readonly Route[] {
  const { db } = services;
  const room = ({ round, delegation }: { readonly round: string; readonly delegation: string }) =>
    findRoom(db, round, delegation);
  const placeOf = async (of: RoomOfRound, { story, position }: WebProposalRow) =>
    (await paragraphAt(db, of.draft.id, story, position)) ?? undefined;
  const present = async (actor: Actor, of: RoomOfRound): Promise<RoomView> => {
    const found = await readRoomOf(db, of.round.id, of.delegation);
    const delegations = await delegationsOf(db, of.text.workspace);
    const own = delegations.find(({ code }) => code === of.delegation);
    if (own === undefined) throw nothingHere(actor);
    const submissions = (await submissionsOf(db, of.round.id)).filter((each) => each.delegation === of.delegation);
    const places = await Promise.all(found.proposals.map(async (each) => [each.id, await placeOf(of, each)] as const));
    const citations = new Map(places.flatMap(([id, place]) => (place === undefined ? [] : [[id, place] as const])));
    return presentRoom(actor, of, found, presentDelegation(own), citations, submissions);
  };
  return [
    route("readRoom", onSubject(room, readRoom), (_, { actor, subject }) => present(actor, subject)),

    route("addProposal", onSubject(room, readRoom, propose), async ({ body }, { actor, subject }) => {
      const added = await addProposal(services, signedInAs(actor), subject, body);
      return presentProposal(actor, added, await placeOf(subject, added));
    }),
    route("changeProposal", onSubject(room, readRoom, propose), async ({ proposal, body }, { actor, subject }) => {
      const changed = await changeProposal(services, signedInAs(actor), subject, proposal, body);
      return presentProposal(actor, changed, await placeOf(subject, changed));
    }),
    route("removeProposal", onSubject(room, readRoom, propose), ({ proposal, version }, { actor, subject }) =>
      removeProposal(services, signedInAs(actor), subject, proposal, version),
    ),

    route("addRoomFile", onSubject(room, readRoom, propose), async ({ name, namedFor, body }, { actor, subject }) =>
      presentRoomFile(await addRoomFile(services, signedInAs(actor), subject, { name, namedFor, bytes: body })),
    ),
    route("removeRoomFile", onSubject(room, readRoom, propose), ({ file }, { actor, subject }) =>
      removeRoomFile(services, signedInAs(actor), subject, file),
    ),
    route("downloadRoomFile", onSubject(room, readRoom), async ({ file }, { actor, subject }) => {
      const { files } = await readRoomOf(db, subject.round.id, subject.delegation);
      const found = files.find(({ id }) => id === file);
      if (found === undefined) throw nothingHere(actor);
      return { bytes: await readFile(db, found.sha256), name: found.fileName, type: WORD_FILE };
    }),
    route("readRoomFileChanges", onSubject(room, readRoom), async ({ file }, { actor, subject }) => {
      const { files } = await readRoomOf(db, subject.round.id, subject.delegation);
      const found = files.find(({ id }) => id === file);
      if (found === undefined) throw nothingHere(actor);
      const read = await readFileChanges(services.threads, {
        base: await baseOf(db, subject.draft),
        delegation: await delegationNamed(db, subject.text.workspace, subject.delegation),
        ...(await givenFile(db, found)),
      });
      if (!read.read) throw fileNotRead(read);
      return { changes: [...read.changes] };
    }),
    route("setAlignment", onSubject(room, readRoom, propose), async ({ body }, { actor, subject }) => {
      const known = (await delegationsOf(db, subject.text.workspace)).map(({ code }) => code);
      const unknown = [...body.onBehalfOf, ...body.inAlignment].filter((code) => !known.includes(code));
      if (unknown.length > 0)
        throw new ApiProblem("not-valid", `No delegation of this workspace: ${unknown.join(", ")}.`);
      await setAlignment(services, signedInAs(actor), subject, body);
      return present(actor, subject);
    }),

    route("readConsolidated", onSubject(room, readRoom), async (_, { subject }) => {
      const found = await readRoomOf(db, subject.round.id, subject.delegation);
      return (await consolidateRoom(services, subject, found)).view;
    }),
    route("downloadConsolidated", onSubject(room, readRoom), async (_, { subject }) => {
      const found = await readRoomOf(db, subject.round.id, subject.delegation);
      const { view, bytes } = await consolidateRoom(services, subject, found);
      if (view.file === null || bytes === null) {
        throw view.state === "rival wordings"
          ? new ApiProblem("rival-wordings", "Choose one wording for each passage first.")
          : new ApiProblem("not-now", "There is nothing in the room that could be submitted.");
      }
      return { bytes, name: view.file.name, type: WORD_FILE };
    }),
    route("clearRoom", onSubject(room, readRoom, clear), async ({ body }, { actor, subject }) => {
      await clearRoom(services, signedInAs(actor), subject, body.sha256);
      return present(actor, subject);
    }),
    route("submit", onSubject(room, readRoom, clear), async ({ body }, { actor, subject }) => {
      return submissionView(db, await submit(services, signedInAs(actor), subject, body.sha256));
    }),

    route("readStanding", onSubject(room, readRoom), async (_, { subject }) => {
      const [released] = await newestReleasedOf(db, [subject.round.id]);
      if (released === undefined) return { compilation: null, proposals: [], formatting: [], comments: [] };
      const { id, number } = released;
      return { compilation: { id, number }, ...presentStanding(await documentOf(db, id), subject.delegation) };
    }),
  ];
}
