import { createContext, useContext, useEffect } from "react";

/** On the server: takes the title of the page that is rendered. `null` in a browser, which has its own place for it. */
export const TitleTaker = createContext<((title: string) => void) | null>(null);

/** Names the page in the browser's tab, and for those who hear it. */
export function usePageTitle(title: string): void {
  const take = useContext(TitleTaker);
  const full = title === "" || title === "Compendium" ? "Compendium" : `${title} · Compendium`;
  take?.(full);
  useEffect(() => {
    document.title = full;
  }, [full]);
}
