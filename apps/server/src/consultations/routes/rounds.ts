import { delegationsOf } from "../../people/index.ts";
import { type Actor, signedInAs } from "../../platform/actor.ts";
import { act, can } from "../../platform/can.ts";
import { anyone, onSubject, type Route, route } from "../../platform/http/route.ts";
import type { Services } from "../../platform/services.ts";
import {
  changeText,
  type DraftOfText,
  findDraft,
  findText,
  readDraft,
  readText,
  type TextRow,
  textsOf,
} from "../../texts/index.ts";
import { remindNow } from "../commands/closing.ts";
import { changeRound, createRound } from "../commands/rounds.ts";
import { cancelRound, closeNow, openNow } from "../commands/sooner.ts";
import { manageRound, readRound } from "../policy.ts";
import { presentRound } from "../present.ts";
import { findRound, type RoundOfText, roundsOf } from "../queries.ts";

const openRound = act<DraftOfText>("open a round", (actor, { text }) => can(actor, changeText, text));

export function roundRoutes(services: Services): readonly Route[] {
  const { db, clock } = services;
  const round = ({ round: id }: { readonly round: string }) => findRound(db, id);
  const present = async (actor: Actor, of: RoundOfText) =>
    presentRound(actor, of, await delegationsOf(db, of.text.workspace), await clock.now(db));
  const visible = async (actor: Actor, texts: readonly TextRow[]) =>
    (await roundsOf(db, texts)).filter((each) => can(actor, readRound, each));
  return [
    route(
      "listRounds",
      onSubject(({ text }) => findText(db, text), readText),
      async (_, { actor, subject }) => {
        const rounds = await visible(actor, [subject]);
        return Promise.all(rounds.map((each) => present(actor, each)));
      },
    ),
    route(
      "listRoundsOfWorkspace",
      anyone("Lists only what each may see; rounds on public texts are for everybody."),
      async ({ workspace }, { actor }) => {
        const texts = (await textsOf(db, workspace)).filter((each) => can(actor, readText, each));
        const rounds = await visible(actor, texts);
        const now = (await clock.now(db)).getTime();
        const untilDeadline = ({ round: { closesAt } }: RoundOfText): number => closesAt.getTime() - now;
        // What is still to come first, the nearest first; then what is past, the newest first.
        const isAhead = (each: RoundOfText): boolean => untilDeadline(each) > 0 && each.round.cancelledAt === null;
        const ahead = rounds.filter(isAhead);
        const past = rounds.filter((each) => !isAhead(each));
        const ordered = [
          ...ahead.toSorted((a, b) => untilDeadline(a) - untilDeadline(b)),
          ...past.toSorted((a, b) => untilDeadline(b) - untilDeadline(a)),
        ];
        return Promise.all(ordered.map((each) => present(actor, each)));
      },
    ),
    route(
      "createRound",
      onSubject(({ draft }) => findDraft(db, draft), readDraft, openRound),
      async ({ body }, { actor, subject }) => present(actor, await createRound(services, actor, subject, body)),
    ),
    route("readRound", onSubject(round, readRound), (_, { actor, subject }) => present(actor, subject)),
    route("changeRound", onSubject(round, readRound, manageRound), async ({ body }, { actor, subject }) =>
      present(actor, await changeRound(services, actor, subject.round.id, body)),
    ),
    route("cancelRound", onSubject(round, readRound, manageRound), async ({ body }, { actor, subject }) =>
      present(actor, await cancelRound(services, signedInAs(actor), subject, body.reason)),
    ),
    route("openRoundNow", onSubject(round, readRound, manageRound), async (_, { actor, subject }) =>
      present(actor, await openNow(services, actor, subject)),
    ),
    route("closeRoundNow", onSubject(round, readRound, manageRound), async ({ body }, { actor, subject }) =>
      present(actor, await closeNow(services, actor, subject, body.reason)),
    ),
    route("remind", onSubject(round, readRound, manageRound), async (_, { actor, subject }) => ({
      reminded: [...(await remindNow(services, actor, subject))],
    })),
  ];
}
