import { fold } from "./fold.ts";

/**
 * The order of the delegations list of a round, unless its secretariat decides otherwise: alphabetical by the short
 * name in English. Accents, case and punctuation do not count; then code units decide, and last the code. Never
 * the collation of the machine: its tables differ from one version to the next, and a compilation names sponsors in
 * this order, so the same input would not give the same bytes.
 */
export function inDelegationsOrder<T extends { readonly code: string; readonly name: string }>(
  delegations: readonly T[],
): readonly T[] {
  return delegations
    .map((delegation) => ({
      delegation,
      key: fold(delegation.name)
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim(),
    }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.delegation.code, b.delegation.code))
    .map(({ delegation }) => delegation);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
