import { ApiProblem } from "@compendium/contract";
import { type CompilationOfRound, findCompilation, type ProposalRow, proposalsOf } from "../../consultations/index.ts";
import { tell } from "../../platform/live/live.ts";
import type { Tx } from "../../platform/tables.ts";
import { redraftOf, tabledOf } from "../queries.ts";

/**
 * The compilation, held in this transaction, as something that is still negotiated: what two people do in one negotiation
 * happens one after the other. Refused once the next draft was made.
 */
export async function heldNegotiation(tx: Tx, id: string): Promise<CompilationOfRound> {
  await tx.selectFrom("compilation").select("id").where("id", "=", id).forUpdate().execute();
  const of = await findCompilation(tx, id);
  if (of === null) throw new RangeError(`There is no compilation ${id}.`);
  if ((await redraftOf(tx, id)) !== null) {
    throw new ApiProblem("not-now", "The next draft was made of this compilation: go on with that one.");
  }
  return of;
}

/** The proposals for a passage. Throws where there is no such passage. */
export async function proposalsFor(
  tx: Tx,
  compilation: string,
  passage: string,
): Promise<readonly [ProposalRow, ...ProposalRow[]]> {
  const [first, ...others] = await proposalsOf(tx, compilation, passage);
  if (first === undefined) throw notAPassage(passage);
  return [first, ...others];
}

/** Throws a problem on `field` where somebody is named in it who was not asked in the round. */
export function mustBeAsked(delegations: readonly string[], { round }: CompilationOfRound, field: string): void {
  const strangers = delegations.filter((code) => !round.delegations.includes(code));
  if (strangers.length === 0) return;
  throw new ApiProblem("not-valid", `Not among the delegations of the round: ${strangers.join(", ")}.`, {
    fields: { [field]: "Name delegations of the round by their codes." },
  });
}

/** Throws a problem on `field` where a passage has no proposal with this index. */
export function mustBeProposed(proposal: number, proposals: readonly ProposalRow[], field: string): void {
  if (proposal < proposals.length) return;
  throw new ApiProblem("not-valid", `The passage has ${proposals.length} proposals, and no number ${proposal + 1}.`, {
    fields: { [field]: "Not a proposal for this passage." },
  });
}

/** Throws where a passage holds more than words: then no wording for it can be written into the next draft. */
export function mustBeWritable({ keptWhole, citation }: ProposalRow): void {
  if (!keptWhole) return;
  throw new ApiProblem(
    "not-valid",
    `${citation} holds more than words, such as a field, a note or a row of a table, and so no other wording can be written `
      + "for it. Adopt one of the proposals or keep the base text, or leave it in brackets and word it in the next draft.",
    { fields: { ruling: "No other wording can be written for this passage." } },
  );
}

/** Throws a problem on `field` where a wording is not on the table for this passage. */
export async function mustBeTabled(
  tx: Tx,
  compilation: string,
  passage: string,
  tabled: string,
  field: string,
): Promise<void> {
  const all = await tabledOf(tx, compilation);
  if (all.some((each) => each.id === tabled && each.passage === passage)) return;
  throw new ApiProblem("not-valid", "No such wording is on the table for this passage.", {
    fields: { [field]: "Not tabled for this passage." },
  });
}

export function notAPassage(passage: string): ApiProblem {
  return new ApiProblem("not-valid", `The compilation has no passage ${passage}.`, {
    fields: { passage: "Not a passage of this compilation." },
  });
}

/** Tells everybody who follows that something was tabled or decided on a passage; `null`: that the next draft was made. */
export async function tellOfNegotiation(
  tx: Tx,
  { compilation, text }: CompilationOfRound,
  passage: string | null,
  now: Date,
): Promise<void> {
  const event = { kind: "negotiation", id: compilation.id, workspace: text.workspace, at: now.toISOString() } as const;
  await tell(tx, event, passage ?? undefined);
}
