import {
  delegation as catalogueDelegation,
  group as catalogueGroup,
  inDelegationsOrder,
  recogniseDelegation,
} from "@compendium/catalogue";
import { ApiProblem, type DelegationSuggestion } from "@compendium/contract";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import { type DelegationRow, delegationsOf } from "../queries.ts";

type Given = Pick<DelegationRow, "code" | "name" | "kind">;

/** Admits a delegation, at its place in the order of names. */
export async function admitDelegation(
  tx: Tx,
  services: Pick<Services, "clock">,
  actor: Actor,
  workspace: string,
  given: {
    readonly code: string;
    readonly name?: string | undefined;
    readonly kind?: DelegationRow["kind"] | undefined;
  },
): Promise<DelegationRow> {
  const { code } = given;
  const known = knownAs(code);
  const name = given.name ?? known?.name;
  if (name === undefined) {
    const suggestion = suggestionFor(code);
    const meant = suggestion.code === null ? "" : ` Did you mean ${suggestion.code}, ${suggestion.name}?`;
    throw new ApiProblem(
      "not-valid",
      `No State or organisation known here has the code ${code}. Give its name as well.${meant}`,
      { fields: { name: "Needed for a code that the catalogue does not know." } },
    );
  }
  const others = await heldDelegations(tx, workspace);
  if (others.some((each) => each.code === code)) {
    throw new ApiProblem("already-exists", `${code} is a delegation of this workspace already.`);
  }
  const kind = given.kind ?? known?.kind ?? "state";
  const [row] = await insert(tx, services, actor, workspace, others, [{ code, name, kind }]);
  if (row === undefined) throw new Error("A delegation was admitted and is not there.");
  return row;
}

/** Admits every delegation of a list of codes, and the members of a group; those that are there already stay as they are. */
export async function admitDelegations(
  tx: Tx,
  services: Pick<Services, "clock">,
  actor: Actor,
  workspace: string,
  { codes, group }: { readonly codes: readonly string[]; readonly group: string | null },
): Promise<{ readonly admitted: readonly DelegationRow[]; readonly already: readonly string[] }> {
  const members = group === null ? [] : catalogueGroup(group)?.members;
  if (members === undefined) throw new ApiProblem("not-valid", `The catalogue has no group ${group}.`);
  const wanted = [...new Set([...codes, ...members])];
  if (wanted.length === 0) throw new ApiProblem("not-valid", "Name at least one delegation, or a group.");
  const unknown = wanted.filter((code) => knownAs(code) === undefined);
  if (unknown.length > 0) throw noCodes(unknown.map(suggestionFor));
  const others = await heldDelegations(tx, workspace);
  const isThere = (code: string): boolean => others.some((each) => each.code === code);
  const given = wanted.flatMap((code) => (isThere(code) ? [] : (knownAs(code) ?? [])));
  return { admitted: await insert(tx, services, actor, workspace, others, given), already: wanted.filter(isThere) };
}

function knownAs(code: string): Given | undefined {
  const known = catalogueDelegation(code);
  return known === undefined ? undefined : { code, name: known.names.en.short, kind: known.kind };
}

/** Which code is meant by what is none: a code in small letters, or a name in one of the languages of the catalogue. */
function suggestionFor(written: string): DelegationSuggestion {
  const found = recogniseDelegation(written);
  const meant = catalogueDelegation(written.toUpperCase()) ?? (found.kind === "certain" ? found.delegation : null);
  return { written, code: meant?.code ?? null, name: meant?.name ?? null };
}

function noCodes(suggestions: readonly DelegationSuggestion[]): ApiProblem {
  const told = suggestions.map(({ written, code }) => (code === null ? written : `${written} (${code}?)`));
  return new ApiProblem("not-valid", `These are no codes of States or organisations known here: ${told.join(", ")}.`, {
    current: { suggestions },
  });
}

/** Held, so that of two who admit at once the second finds what the first one admitted. */
async function heldDelegations(tx: Tx, workspace: string): Promise<readonly DelegationRow[]> {
  await tx.selectFrom("workspace").select("id").where("id", "=", workspace).forUpdate().execute();
  return delegationsOf(tx, workspace);
}

async function insert(
  tx: Tx,
  { clock }: Pick<Services, "clock">,
  actor: Actor,
  workspace: string,
  others: readonly DelegationRow[],
  given: readonly Given[],
): Promise<readonly DelegationRow[]> {
  const rows = given.map((each, i) => ({ workspace, ...each, position: others.length + i }));
  if (rows.length > 0) await tx.insertInto("delegation").values(rows).execute();
  const ordered = inDelegationsOrder([...others, ...rows]);
  for (const [position, { code }] of ordered.entries()) {
    await tx
      .updateTable("delegation")
      .set({ position })
      .where("workspace", "=", workspace)
      .where("code", "=", code)
      .execute();
  }
  for (const { code, name, kind } of rows) {
    await writeEntry(tx, clock, {
      ledger: workspaceLedger(workspace),
      actor,
      act: "delegation.admitted",
      object: { kind: "delegation", id: code },
      before: null,
      after: { code, name, kind },
      detail: { code, name },
    });
  }
  return rows;
}
