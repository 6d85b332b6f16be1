import { useEffect, useEffectEvent, useRef } from "react";
import type { Stop } from "./text/stops.ts";

/** Goes, once, to the stop that the address of the page names after `#`: when it is there, for a long text comes in parts. */
export function usePlaceInAddress(stops: readonly Stop[], onFound: (stop: Stop) => void): void {
  const sought = useRef<string | null>(null);
  const found = useEffectEvent(onFound);
  useEffect(() => {
    sought.current ??= location.hash.slice(1);
    const stop = stops.find(({ id }) => id === sought.current);
    if (stop === undefined) return;
    sought.current = "";
    found(stop);
  }, [stops]);
}
