import type { ReactNode } from "react";

/** Words for those who hear the page. */
export function Hidden({ children }: { readonly children: ReactNode }) {
  return <span className="hidden-words">{children}</span>;
}
