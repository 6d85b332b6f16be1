import { createContext, type ReactNode, useContext } from "react";

/** What delegations are called, by their codes. */
export type Names = ReadonlyMap<string, string>;

const NamesContext = createContext<Names>(new Map());

/** Lets everything below name delegations. */
export function DelegationNames({ names, children }: { readonly names: Names; readonly children: ReactNode }) {
  return <NamesContext value={names}>{children}</NamesContext>;
}

/** The name of a delegation by its code; the code itself where nobody knows a name. */
export function useDelegationName(): (code: string) => string {
  const names = useContext(NamesContext);
  return (code) => names.get(code) ?? code;
}
