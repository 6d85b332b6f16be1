export { type CatalogueDelegation, type DelegationName, LANGUAGES, type Language } from "./delegation.ts";
export { delegation, delegations, inventedDelegations } from "./delegations.ts";
export { inDelegationsOrder } from "./delegations-order.ts";
export { type Group, type GroupKind, group, groups, groupsOf } from "./groups.ts";
export type { Provenance } from "./provenance.ts";
export type { ReadAs } from "./recognise/name-index.ts";
export { type Evidence, type Recognition, recogniseDelegation } from "./recognise/recognise-delegation.ts";
