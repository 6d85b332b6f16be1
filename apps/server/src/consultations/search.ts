import type { SearchHit } from "@compendium/contract";
import type { Actor } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import { excerptPieces } from "../platform/database/full-text.ts";
import { excerptAround, type Found, isNamed, NAMED, type Search } from "../platform/search.ts";
import type { Db } from "../platform/tables.ts";
import { textsOf } from "../texts/index.ts";
import { readCompilation, readRound } from "./policy.ts";
import {
  type CompilationOfRound,
  type FoundProposal,
  newestReleasedOf,
  type RoundOfText,
  roundsOf,
  searchProposalsOf,
} from "./queries.ts";

/** Rounds whose title or instructions hold the words as they stand, and proposals of the newest compilation of each. */
export async function searchConsultations(db: Db, actor: Actor, search: Search): Promise<Found[]> {
  const rounds = await roundsOf(db, await textsOf(db, search.workspace));
  return [...searchRounds(actor, rounds, search), ...(await searchProposals(db, actor, rounds, search))];
}

function searchRounds(actor: Actor, rounds: readonly RoundOfText[], { words }: Search): Found[] {
  return rounds
    .filter((of) => can(actor, readRound, of))
    .filter(({ round }) => isNamed(`${round.title}\n${round.instructions}`, words))
    .map((of) => ({ rank: NAMED, hit: presentRound(of, words) }));
}

function presentRound({ round, draft, text }: RoundOfText, words: string): SearchHit {
  return {
    kind: "round",
    text: { id: text.id, title: text.title },
    draft: draft.id,
    paragraph: null,
    round: round.id,
    compilation: null,
    passage: null,
    delegations: [],
    citation: round.title,
    excerpt: excerptAround(round.instructions, words),
  };
}

async function searchProposals(
  db: Db,
  actor: Actor,
  rounds: readonly RoundOfText[],
  { words, count }: Search,
): Promise<Found[]> {
  const released = (await newestReleased(db, rounds)).filter((each) => can(actor, readCompilation, each));
  const of = new Map(released.map((each) => [each.compilation.id, each]));
  const found = await searchProposalsOf(db, [...of.keys()], words, count);
  return found.flatMap((each) => {
    const compiled = of.get(each.compilation);
    return compiled === undefined ? [] : [{ rank: each.rank, hit: present(each, compiled) }];
  });
}

async function newestReleased(db: Db, rounds: readonly RoundOfText[]): Promise<CompilationOfRound[]> {
  const compilations = await newestReleasedOf(
    db,
    rounds.map(({ round }) => round.id),
  );
  return rounds.flatMap((of) =>
    compilations.filter(({ round }) => round === of.round.id).map((compilation) => ({ ...of, compilation })),
  );
}

function present(
  { compilation, passage, delegations, citation, excerpt }: FoundProposal,
  { text, draft, round }: CompilationOfRound,
): SearchHit {
  return {
    kind: "proposal",
    text: { id: text.id, title: text.title },
    draft: draft.id,
    paragraph: null,
    round: round.id,
    compilation,
    passage,
    delegations: [...delegations],
    citation,
    excerpt: excerptPieces(excerpt),
  };
}
