/** The id of the element at which a passage stands on the page of its compilation: `"passage-body-12"` for `"body/12"`. */
export function passageElement(passage: string): string {
  return elementId("passage", passage);
}

/** Fit for the id of an element, and for an address. */
export function elementId(...parts: readonly string[]): string {
  return parts.join("-").replace(/[^\w-]/g, "-");
}
