import type { BilateralView } from "@compendium/contract";

/** Who takes part, by code; the chair, where taken in, by its word in the reader's language. */
export function membersOf({ delegations, withChair }: BilateralView, chair: string): string[] {
  return withChair ? [chair, ...delegations] : [...delegations];
}
