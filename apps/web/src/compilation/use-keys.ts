import { useEffect, useRef } from "react";

/** What to do at a key, by `KeyboardEvent.key`. Return `false` to leave the key to the browser. */
export type Keys = readonly (readonly [key: string, act: () => unknown])[];

/** Keys for the whole page. They rest while somebody types, and while a dialog or a list is open. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isTaken = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey;
      if (isTaken || isElsewhere(event.target)) return;
      const act = latest.current.find(([key]) => key === event.key)?.[1];
      if (act !== undefined && act() !== false) event.preventDefault();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}

function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest("input, textarea, select, dialog, [role=textbox], [role=listbox], [role=menu], [role=tablist]")
    !== null
  );
}
