import type { NegotiationView } from "@compendium/contract";

/** Those for which the reader may speak. */
export function ownDelegations({ delegations, mine }: NegotiationView): NegotiationView["delegations"] {
  return delegations.filter(({ code }) => mine.includes(code));
}
