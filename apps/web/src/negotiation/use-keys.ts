import { useEffect, useRef } from "react";

/** Where keys are heard: while the focus is in the passage around, or anywhere on the page. */
export type KeysWithin = "passage" | "page";

/**
 * Single keys, without Control, Alt or Meta, and not while somebody types in a field. `onKey` gets the key in lower case and
 * tells whether it knew it. The element of the returned reference stands in the passage.
 */
export function useKeys(within: KeysWithin, onKey: (key: string) => boolean) {
  const place = useRef<HTMLDivElement>(null);
  const told = useRef(onKey);
  told.current = onKey;
  useEffect(() => {
    const heard = within === "page" ? document : place.current?.closest("article");
    if (!heard) return;
    const hear = (event: Event): void => {
      if (!(event instanceof KeyboardEvent)) return;
      const { target, ctrlKey, altKey, metaKey, key } = event;
      const isTyping = target instanceof HTMLElement && target.closest("input, textarea, select, dialog") !== null;
      if (!isTyping && !ctrlKey && !altKey && !metaKey && told.current(key.toLowerCase())) event.preventDefault();
    };
    heard.addEventListener("keydown", hear);
    return () => heard.removeEventListener("keydown", hear);
  }, [within]);
  return place;
}
