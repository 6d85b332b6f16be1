import { useSyncExternalStore } from "react";

/** False on the server and in the browser's first showing of what the server made, which must be alike; then true. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
