import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** True while the page is printed. The page is drawn anew before the browser takes its picture. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const paper = matchMedia("print");
    const follow = (): void => flushSync(() => setPrinting(paper.matches));
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    paper.addEventListener("change", follow);
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      paper.removeEventListener("change", follow);
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  return isPrinting;
}
