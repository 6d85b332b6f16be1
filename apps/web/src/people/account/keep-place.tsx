import { type FocusEvent, type ReactNode, useEffect, useRef } from "react";

/**
 * Whoever takes a thing away by keyboard stays where it was: when what had the focus is gone, the heading of its section
 * takes it.
 */
export function KeepPlace({ children }: { readonly children: ReactNode }) {
  const within = useRef<HTMLDivElement>(null);
  const place = useRef<Element | null>(null);
  useEffect(() => {
    if (within.current === null) return;
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body) return;
      const heading = place.current?.querySelector("h2");
      heading?.setAttribute("tabindex", "-1");
      heading?.focus({ preventScroll: true });
    });
    observer.observe(within.current, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  const enter = ({ target }: FocusEvent): void => {
    place.current = target.closest(".section");
  };
  // React tells of those who leave by themselves only, and not of what it takes away.
  const leave = (event: FocusEvent): void => {
    if (event.target instanceof HTMLButtonElement && event.target.disabled) return;
    place.current = null;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nobody acts on it; it listens where the focus goes
    <div ref={within} onFocus={enter} onBlur={leave}>
      {children}
    </div>
  );
}
