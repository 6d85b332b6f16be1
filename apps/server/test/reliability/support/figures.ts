import { appendFileSync } from "node:fs";

/** Notes what was measured, for `npm run reliability`, which writes it into docs/reference/reliability.md. */
export function figure(what: string, value: string): void {
  console.log(`${what}: ${value}`);
  const file = process.env.RELIABILITY_FIGURES;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ what, value })}\n`);
}

/** `"server 12, worker 9"`, the most first. */
export function counted(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([what, times]) => `${what} ${times}`)
    .join(", ");
}
