import { ApiProblem, type PositionBody } from "@compendium/contract";
import type { CompilationOfRound } from "../../consultations/index.ts";
import type { Actor, Person } from "../../platform/actor.ts";
import { newId } from "../../platform/ids.ts";
import { tell } from "../../platform/live/live.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import { delegationLedger, workspaceLedger, writeEntry } from "../../record/index.ts";
import type { PositionOfCompilation } from "../queries.ts";
import { heldNegotiation, mustBeAsked, mustBeProposed, mustBeTabled, proposalsFor } from "./held.ts";
import { nextNumber } from "./next-number.ts";

const WIDTH = { audience: 2, chair: 1, delegation: 0 } as const;

/** Says what a delegation can live with. */
export function takePosition(
  services: Services,
  actor: Actor & { readonly person: Person },
  { compilation: { id: compilation } }: CompilationOfRound,
  given: PositionBody,
): Promise<PositionOfCompilation> {
  const { passage, about, delegation, stance, reason, readership, reasonReadership } = given;
  return inTransaction(services, async (tx) => {
    const of = await heldNegotiation(tx, compilation);
    const proposals = await proposalsFor(tx, compilation, passage);
    if (about.kind === "proposal") mustBeProposed(about.proposal, proposals, "about");
    if (about.kind === "tabled") await mustBeTabled(tx, compilation, passage, about.tabled, "about");
    mustBeAsked(given.onBehalfOf, of, "onBehalfOf");
    mustBeAsked(given.inAlignment, of, "inAlignment");
    if (WIDTH[reasonReadership] > WIDTH[readership]) {
      throw new ApiProblem("not-valid", "A reason is not for more readers than the position itself.", {
        fields: { reasonReadership: "Wider than that of the position." },
      });
    }
    const at = await services.clock.now(tx);
    const row = {
      id: newId(),
      number: await nextNumber(tx, "position", compilation),
      compilation,
      passage,
      about,
      delegation,
      stance,
      reason,
      onBehalfOf: given.onBehalfOf,
      inAlignment: given.inAlignment,
      readership,
      reasonReadership,
      by: actor.person.name,
      at,
    };
    await tx
      .insertInto("position")
      .values({
        ...row,
        about: JSON.stringify(about),
        onBehalfOf: JSON.stringify(row.onBehalfOf),
        inAlignment: JSON.stringify(row.inAlignment),
      })
      .execute();
    // In the chain of those who may read all of it.
    const isForAll = readership === "audience" && reasonReadership === "audience";
    await writeEntry(tx, services.clock, {
      ledger: isForAll ? workspaceLedger(of.text.workspace) : delegationLedger(of.text.workspace, delegation),
      actor,
      act: "position.taken",
      object: { kind: "position", id: row.id },
      before: null,
      after: row,
      detail: { compilation, passage, citation: proposals[0].citation, about, delegation, stance },
    });
    await tell(tx, { kind: "position", id: row.id, workspace: of.text.workspace, at: at.toISOString() });
    return { ...of, position: row };
  });
}
