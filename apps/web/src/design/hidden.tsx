import type { ReactNode } from "react";

/** Words for those who hear the page. Set apart, so that they do not decide in which direction the words around run. */
export function Hidden({ children }: { readonly children: ReactNode }) {
  return <bdi className="hidden-words">{children}</bdi>;
}
