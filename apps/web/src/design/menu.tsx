import { type ReactNode, useEffect, useRef } from "react";

interface MenuProps {
  readonly label: ReactNode;
  /** Items of a list. */
  readonly children: ReactNode;
}

/** A list that unfolds under a button, and folds on Escape and on a press elsewhere. Without a script the button does both. */
export function Menu({ label, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const fold = (): void => {
    if (menu.current !== null) menu.current.open = false;
  };
  useEffect(() => {
    const foldOutside = ({ target }: PointerEvent): void => {
      if (!menu.current?.contains(target as Node)) fold();
    };
    document.addEventListener("pointerdown", foldOutside);
    return () => document.removeEventListener("pointerdown", foldOutside);
  });
  return (
    <details
      ref={menu}
      className="menu"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !menu.current?.open) return;
        event.stopPropagation();
        fold();
        menu.current.querySelector("summary")?.focus();
      }}
    >
      <summary className="button button-framed">{label}</summary>
      <ul className="menu-list">{children}</ul>
    </details>
  );
}
