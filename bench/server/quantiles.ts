/** The smallest of the numbers that so large a share of them does not exceed: `quantile(numbers, 0.95)`. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError("Of no numbers there is no quantile.");
  return found;
}
