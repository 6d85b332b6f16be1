import { findCompilation, proposalsOf } from "../consultations/index.ts";
import { delegationsOf } from "../people/index.ts";
import { signedInAs } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import { onSubject, type Route, route } from "../platform/http/route.ts";
import type { Services } from "../platform/services.ts";
import { rowsOfParagraphs } from "../texts/index.ts";
import { bilateralRoutes } from "./bilateral-routes.ts";
import { recordDecision, undoDecision } from "./commands/decisions.ts";
import { makeNextDraft } from "./commands/make-next-draft.ts";
import { setBracket } from "./commands/set-bracket.ts";
import { tableWording } from "./commands/table-wording.ts";
import { takePosition } from "./commands/take-position.ts";
import { historyRoute } from "./history-route.ts";
import { meetingRoutes } from "./meeting-routes.ts";
import { paperRoutes } from "./paper-routes.ts";
import {
  decide,
  makeNextDraft as mayMakeNextDraft,
  tableWording as mayTable,
  readDecision,
  readNegotiation,
  readPosition,
  speakFor,
  undo,
} from "./policy.ts";
import {
  presentBracket,
  presentDecision,
  presentLeftOut,
  presentNegotiation,
  presentOutcomes,
  presentPositions,
} from "./present.ts";
import {
  decisionsOf,
  findDecision,
  holding,
  outcomesOf,
  positionsOf,
  progressOf,
  redraftOf,
  tabledOf,
} from "./queries.ts";
import { shownOnTable } from "./shown-on-table.ts";
import { statementRoutes } from "./statement-routes.ts";

export function negotiationRoutes(services: Services): readonly Route[] {
  const { db } = services;
  const compilation = ({ compilation: id }: { readonly compilation: string }) => findCompilation(db, id);
  return [
    ...meetingRoutes(services),
    ...statementRoutes(services),
    ...paperRoutes(services),
    ...bilateralRoutes(services),
    historyRoute(services),
    route("readNegotiation", onSubject(compilation, readNegotiation), async ({ compilation: id }, { actor, subject }) =>
      presentNegotiation(actor, subject, {
        delegations: await delegationsOf(db, subject.text.workspace),
        proposals: await proposalsOf(db, id),
        rows: await rowsOfParagraphs(db, subject.draft.id),
        progress: await progressOf(db, id),
        redraft: await redraftOf(db, id),
      }),
    ),
    route("listPositions", onSubject(compilation, readNegotiation), async ({ passage }, { actor, subject }) => {
      const all = await positionsOf(db, subject.compilation.id, passage);
      return presentPositions(
        actor,
        subject,
        all.filter((position) => can(actor, readPosition, { ...subject, position })),
      );
    }),
    route(
      "takePosition",
      onSubject(
        async ({ body, ...given }) => {
          const of = await compilation(given);
          return of === null ? null : { ...of, delegation: body.delegation };
        },
        readNegotiation,
        speakFor,
      ),
      async ({ body }, { actor, subject }) => {
        const { position, ...of } = await takePosition(services, signedInAs(actor), subject, body);
        const [view] = presentPositions(actor, of, [position]);
        if (view === undefined) throw new Error("A position that was taken is shown.");
        return view;
      },
    ),
    route(
      "tableWording",
      onSubject(
        async ({ body, ...given }) => {
          const of = await compilation(given);
          return of === null ? null : { ...of, delegation: body.delegation };
        },
        readNegotiation,
        mayTable,
      ),
      async ({ body }, { actor, subject }) =>
        shownOnTable(db, await tableWording(services, signedInAs(actor), subject, body)),
    ),
    route("setBracket", onSubject(compilation, readNegotiation, decide), async ({ body }, { actor, subject }) =>
      presentBracket(await setBracket(services, actor, subject, body)),
    ),
    route("listDecisions", onSubject(compilation, readNegotiation), async (_, { subject }) => {
      const all = await decisionsOf(db, subject.compilation.id);
      const held = holding(all);
      return all.map((each) => presentDecision(each, held.get(each.passage) === each));
    }),
    route("recordDecision", onSubject(compilation, readNegotiation, decide), async ({ body }, { actor, subject }) =>
      presentDecision((await recordDecision(services, signedInAs(actor), subject, body)).decision, true),
    ),
    route(
      "undoDecision",
      onSubject(({ decision }) => findDecision(db, decision), readDecision, undo),
      async (_, { actor, subject }) => presentDecision((await undoDecision(services, actor, subject)).decision, false),
    ),
    route(
      "makeNextDraft",
      onSubject(compilation, readNegotiation, mayMakeNextDraft),
      async ({ body }, { actor, subject }) => {
        const made = await makeNextDraft(services, signedInAs(actor), subject, body);
        return { draft: made.draft, carriedRound: made.carriedRound, ...presentLeftOut(made) };
      },
    ),
    route("readOutcomes", onSubject(compilation, readNegotiation), async ({ compilation: id }) => ({
      wordings: presentOutcomes({
        proposals: await proposalsOf(db, id),
        tabled: await tabledOf(db, id),
        decisions: await decisionsOf(db, id),
        outcomes: await outcomesOf(db, id),
      }),
      ...presentLeftOut(await redraftOf(db, id)),
    })),
  ];
}
