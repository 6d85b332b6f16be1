import { delegationsOf } from "../../people/index.ts";
import type { Actor } from "../../platform/actor.ts";
import { act, can } from "../../platform/can.ts";
import { anyone, onSubject, type Route, route } from "../../platform/http/route.ts";
import type { Services } from "../../platform/services.ts";
import {
  changeText,
  type DraftOfText,
  draftsOf,
  findDraft,
  findText,
  readDraft,
  readText,
  textsOf,
} from "../../texts/index.ts";
import { remindNow } from "../commands/closing.ts";
import { changeRound, createRound } from "../commands/rounds.ts";
import { manageRound, readRound } from "../policy.ts";
import { presentRound } from "../present.ts";
import { findRound, type RoundOfText, roundsOf } from "../queries.ts";

const openRound = act<DraftOfText>("open a round", (actor, { text }) => can(actor, changeText, text));

export function roundRoutes(services: Services): readonly Route[] {
  const { db, clock } = services;
  const round = ({ round: id }: { readonly round: string }) => findRound(db, id);
  const present = async (actor: Actor, of: RoundOfText) =>
    presentRound(actor, of, await delegationsOf(db, of.text.workspace), await clock.now(db));
  const visible = async (actor: Actor, texts: readonly string[]) => {
    const drafts = await draftsOf(db, texts);
    const rounds = await roundsOf(
      db,
      drafts.map(({ id }) => id),
    );
    return rounds.filter((each) => can(actor, readRound, each));
  };
  return [
    route(
      "listRounds",
      onSubject(({ text }) => findText(db, text), readText),
      async (_, { actor, subject }) => {
        const rounds = await visible(actor, [subject.id]);
        return Promise.all(rounds.map((each) => present(actor, each)));
      },
    ),
    route(
      "listRoundsOfWorkspace",
      anyone("Lists only what each may see; rounds on public texts are for everybody."),
      async ({ workspace }, { actor }) => {
        const texts = (await textsOf(db, workspace)).filter((each) => can(actor, readText, each));
        const rounds = await visible(
          actor,
          texts.map(({ id }) => id),
        );
        const byDeadline = rounds.toSorted((a, b) => a.round.closesAt.getTime() - b.round.closesAt.getTime());
        return Promise.all(byDeadline.map((each) => present(actor, each)));
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
    route("remind", onSubject(round, readRound, manageRound), async (_, { actor, subject }) => ({
      reminded: [...(await remindNow(services, actor, subject))],
    })),
  ];
}
