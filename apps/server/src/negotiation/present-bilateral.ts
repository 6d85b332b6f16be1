import type { BilateralView } from "@compendium/contract";
import type { Actor } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import { closeBilateral, promote, speakersIn } from "./policy.ts";
import type { BilateralOfCompilation } from "./queries.ts";

export function presentBilateral(actor: Actor, of: BilateralOfCompilation): BilateralView {
  const { bilateral, notes } = of;
  const { id, compilation, title, passages, delegations, withChair, openedBy, openedAt, closedAt } = bilateral;
  const mine = closedAt === null ? speakersIn(actor, of) : [];
  const may: BilateralView["may"] = [];
  if (mine.length > 0) may.push("speak");
  if (closedAt === null && can(actor, promote, of)) may.push("promote");
  if (closedAt === null && can(actor, closeBilateral, of)) may.push("close");
  return {
    id,
    compilation,
    title,
    passages: [...passages],
    delegations: [...delegations],
    withChair,
    openedBy,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    notes: notes.map((note) => ({
      id: note.id,
      speaker: note.speaker,
      passage: note.passage,
      kind: note.kind,
      words: note.words,
      at: note.at.toISOString(),
      tabled: note.tabled,
    })),
    mine: [...mine],
    may,
  };
}
