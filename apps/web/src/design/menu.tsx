import { type ReactNode, useEffect, useRef } from "react";

interface MenuProps {
  readonly label: ReactNode;
  /** Items of a list. */
  readonly children: ReactNode;
}

/**
 * A list that unfolds under a button, and folds on Escape and on a press elsewhere. Without a script the button does
 * both.
 */
export function Menu({ label, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const foldOutside = ({ target }: PointerEvent): void => {
      if (menu.current !== null && !menu.current.contains(target as Node)) menu.current.open = false;
    };
    document.addEventListener("pointerdown", foldOutside);
    return () => document.removeEventListener("pointerdown", foldOutside);
  }, []);
  return (
    <details
      ref={menu}
      className="menu"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !menu.current?.open) return;
        event.stopPropagation();
        menu.current.open = false;
        menu.current.querySelector("summary")?.focus();
      }}
    >
      <summary className="button button-framed">{label}</summary>
      <ul className="menu-list">{children}</ul>
    </details>
  );
}
