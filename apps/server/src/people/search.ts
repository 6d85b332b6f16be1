import type { SearchHit } from "@compendium/contract";
import type { Actor } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import { type Found, isNamed, NAMED, type Search } from "../platform/search.ts";
import type { Db } from "../platform/tables.ts";
import { readWorkspace } from "./policy.ts";
import { type DelegationRow, delegationsOf, findWorkspace } from "./queries.ts";

/** Delegations whose code or name holds the words as they stand, for whoever may see who is in the workspace. */
export async function searchDelegations(db: Db, actor: Actor, { workspace: id, words }: Search): Promise<Found[]> {
  const workspace = await findWorkspace(db, id);
  if (workspace === null || !can(actor, readWorkspace, workspace)) return [];
  return (await delegationsOf(db, id))
    .filter(({ code, name }) => isNamed(`${code} ${name}`, words))
    .map((delegation) => ({ rank: NAMED, hit: present(delegation) }));
}

function present({ code, name }: DelegationRow): SearchHit {
  return {
    kind: "delegation",
    text: null,
    draft: null,
    paragraph: null,
    round: null,
    compilation: null,
    passage: null,
    delegations: [code],
    citation: name,
    excerpt: [],
  };
}
