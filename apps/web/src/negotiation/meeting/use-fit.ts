import { useLayoutEffect, useRef } from "react";

/** Of the size that the style sheet gives: smaller letters nobody reads from the last row, so the page is scrolled. */
const SMALLEST = 0.45;
/** Six halvings find the size to within a hundredth. */
const STEPS = 6;

/**
 * Letters as large as the window can hold: what is in the element of the returned reference is set in the custom property
 * `--fit`, from 1 down, whenever it or the window changes.
 */
export function useFit() {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const setToFit = (): void => {
      let [small, large] = [SMALLEST, 1];
      if (!fits(element, large)) {
        for (let step = 0; step < STEPS; step++) {
          const middle = (small + large) / 2;
          if (fits(element, middle)) small = middle;
          else large = middle;
        }
        setFit(element, small);
      }
    };
    setToFit();
    // Not its size: that changes by fitting it.
    const changed = new MutationObserver(setToFit);
    changed.observe(element, { childList: true, characterData: true, subtree: true });
    addEventListener("resize", setToFit);
    void document.fonts.ready.then(setToFit);
    return () => {
      changed.disconnect();
      removeEventListener("resize", setToFit);
    };
  }, []);
  return place;
}

function fits(element: HTMLElement, size: number): boolean {
  setFit(element, size);
  return element.getBoundingClientRect().bottom + scrollY <= innerHeight;
}

function setFit(element: HTMLElement, size: number): void {
  element.style.setProperty("--fit", `${size}`);
}
