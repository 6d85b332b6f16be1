/**
 * A part of a whole, from 0 to 1 in whole thousandths, rounded down: 1 is all and nothing less. Rounded here, where it is
 * reckoned, it is the same figure wherever it is shown. 1 where there is nothing.
 */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 1 : Math.floor((part * 1000) / whole) / 1000;
}

/** A share in English: `"99.6 %"`. */
export function wordShare(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
