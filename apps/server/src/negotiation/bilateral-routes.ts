import { findCompilation } from "../consultations/index.ts";
import { signedInAs } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import { onSubject, type Route, route } from "../platform/http/route.ts";
import type { Services } from "../platform/services.ts";
import { addNote, closeBilateral, openBilateral, promoteWording } from "./commands/bilaterals.ts";
import {
  closeBilateral as mayClose,
  openBilateral as mayOpen,
  promote,
  readBilateral,
  readNegotiation,
  speakIn,
} from "./policy.ts";
import { presentBilateral } from "./present-bilateral.ts";
import { bilateralsOf, findBilateral, notesOf } from "./queries.ts";
import { shownOnTable } from "./shown-on-table.ts";

export function bilateralRoutes(services: Services): readonly Route[] {
  const { db } = services;
  const compilation = ({ compilation: id }: { readonly compilation: string }) => findCompilation(db, id);
  const bilateral = ({ bilateral: id }: { readonly bilateral: string }) => findBilateral(db, id);
  return [
    route("listBilaterals", onSubject(compilation, readNegotiation), async (_, { actor, subject }) => {
      const all = await bilateralsOf(db, subject.compilation.id);
      const notes = await notesOf(
        db,
        all.map(({ id }) => id),
      );
      return all
        .map((each) => ({ ...subject, bilateral: each, notes: notes.filter((note) => note.bilateral === each.id) }))
        .filter((each) => can(actor, readBilateral, each))
        .map((each) => presentBilateral(actor, each));
    }),
    route(
      "openBilateral",
      onSubject(
        async ({ body, ...given }) => {
          const of = await compilation(given);
          return of === null ? null : { ...of, speaker: body.speaker };
        },
        readNegotiation,
        mayOpen,
      ),
      async ({ body }, { actor, subject }) =>
        presentBilateral(actor, await openBilateral(services, signedInAs(actor), subject, body)),
    ),
    route("readBilateral", onSubject(bilateral, readBilateral), async (_, { actor, subject }) =>
      presentBilateral(actor, subject),
    ),
    route(
      "addBilateralNote",
      onSubject(
        async ({ body, ...given }) => {
          const of = await bilateral(given);
          return of === null ? null : { ...of, speaker: body.speaker };
        },
        readBilateral,
        speakIn,
      ),
      async ({ body }, { actor, subject }) =>
        presentBilateral(actor, await addNote(services, signedInAs(actor), subject, body)),
    ),
    route("closeBilateral", onSubject(bilateral, readBilateral, mayClose), async (_, { actor, subject }) =>
      presentBilateral(actor, await closeBilateral(services, actor, subject)),
    ),
    route(
      "promoteWording",
      onSubject(
        async ({ note, ...given }) => {
          const of = await bilateral(given);
          return of?.notes.some(({ id }) => id === note) ? of : null;
        },
        readBilateral,
        promote,
      ),
      async ({ note }, { actor, subject }) =>
        shownOnTable(db, await promoteWording(services, signedInAs(actor), subject, note)),
    ),
  ];
}
