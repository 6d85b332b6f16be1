import type { Call } from "@compendium/contract";
import { createContext, type ReactNode, useContext } from "react";

const CallContext = createContext<Call>(() => {
  throw new Error("Pages stand within CallProvider.");
});

/** How pages reach the API: over the network in a browser, directly on the server. */
export function CallProvider({ call, children }: { readonly call: Call; readonly children: ReactNode }) {
  return <CallContext value={call}>{children}</CallContext>;
}

export function useCall(): Call {
  return useContext(CallContext);
}
