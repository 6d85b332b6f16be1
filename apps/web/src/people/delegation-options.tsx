import type { DelegationView } from "@compendium/contract";

/** For a list from which one delegation is chosen. */
export function DelegationOptions({ delegations }: { readonly delegations: readonly DelegationView[] }) {
  return delegations.map(({ code, name }) => (
    <option key={code} value={code}>
      {name} ({code})
    </option>
  ));
}
