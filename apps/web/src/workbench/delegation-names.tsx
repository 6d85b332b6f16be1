import { useLingui } from "@lingui/react";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { DelegationChoice } from "./protocol.ts";

type Names = ReadonlyMap<string, string>;

const NamesContext = createContext<Names>(new Map());

/** Lets everything below name delegations in the language of the interface. */
export function DelegationNames({
  delegations,
  children,
}: {
  readonly delegations: readonly DelegationChoice[];
  readonly children: ReactNode;
}) {
  const { i18n } = useLingui();
  const { locale } = i18n;
  const names = useMemo(
    () => new Map(delegations.map((each) => [each.code, locale === "ar" ? each.names.ar : each.names.en])),
    [delegations, locale],
  );
  return <NamesContext value={names}>{children}</NamesContext>;
}

/** The name of a delegation by its code; the code itself where nobody knows a name. */
export function useDelegationName(): (code: string) => string {
  const names = useContext(NamesContext);
  return (code) => names.get(code) ?? code;
}
