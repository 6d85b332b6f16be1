import { ApiProblem } from "@compendium/contract";
import type { CompilationOfRound } from "../../consultations/index.ts";
import type { Actor } from "../../platform/actor.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import { type BracketRow, bracketsOf, noBracket } from "../queries.ts";
import { heldNegotiation, notAPassage, proposalsFor, tellOfNegotiation } from "./held.ts";

/** Says what is done about a passage. Refused, with the state now, where somebody changed it since `version`. */
export function setBracket(
  services: Services,
  actor: Actor,
  { compilation: { id: compilation } }: CompilationOfRound,
  { passage, version, ...change }: Omit<BracketRow, "compilation">,
): Promise<BracketRow> {
  return inTransaction(services, async (tx) => {
    const of = await heldNegotiation(tx, compilation);
    const [{ citation }] = await proposalsFor(tx, compilation, passage);
    if (change.dependsOn === passage) throw notAPassage(passage);
    if (change.dependsOn !== null) await proposalsFor(tx, compilation, change.dependsOn);
    const before =
      (await bracketsOf(tx, compilation)).find((each) => each.passage === passage) ?? noBracket(compilation, passage);
    if (before.version !== version) {
      throw new ApiProblem(
        "changed-meanwhile",
        "Somebody changed this bracket since you opened it. Look at it again.",
        {
          current: before,
        },
      );
    }
    const after: BracketRow = { ...before, ...change, version: version + 1 };
    await tx
      .insertInto("bracket")
      .values(after)
      .onConflict((conflict) => conflict.columns(["compilation", "passage"]).doUpdateSet(after))
      .execute();
    const now = await services.clock.now(tx);
    await writeEntry(tx, services.clock, {
      ledger: workspaceLedger(of.text.workspace),
      actor,
      act: "bracket.set",
      object: { kind: "passage", id: `${compilation}/${passage}` },
      before,
      after,
      detail: { citation, ...change },
    });
    await tellOfNegotiation(tx, of, passage, now);
    return after;
  });
}
