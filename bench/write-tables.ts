import type { Measured, Recovered } from "./measure-set.ts";
import { CASES, type CaseName, nameOfText, RUNS } from "./plan.ts";
import type { Run } from "./run-process.ts";
import { spreadOf } from "./summary.ts";
import { ratio, secondsOf, setsWithTargets, TARGETS, times } from "./targets.ts";

/** Everything that was measured, as Markdown; `machine` says on what. */
export function writeTables(all: readonly Measured[], machine: string): string {
  return [
    `Measured on ${machine}.`,
    ...targetsTable(all),
    "### Time",
    "Seconds by the clock from the start of the process to its end: the middle run, and in brackets the fastest and the "
      + `slowest of ${RUNS}, or of as many as stand there.`,
    timeTable(all),
    "### Memory and processor",
    "The most memory that the process held (resident set, in MB of 1,000,000 bytes), and the seconds for which it kept "
      + "processors busy, those of its own helpers such as the garbage collector included: the middle run of each.",
    resourcesTable(all),
    "### What comes out",
    "Whose accepted text comes out word for word when the compiled Word file is read as each delegation, and whether "
      + "the base text comes out when everything is rejected. The proof is the engine's own, in its receipts: it covers "
      + "formatting too.",
    recoveryTable(all),
  ].join("\n\n");
}

function targetsTable(all: readonly Measured[]): string[] {
  const sets = setsWithTargets(all);
  if (sets.length === 0) return [];
  const rows = TARGETS.map(({ words, measure, isMet, write }) => {
    const numbers = sets.map((set) => measure(set, all));
    const met = numbers.every((number) => number !== null && isMet(number));
    return [words, ...numbers.map((number) => (number === null ? "–" : write(number))), met ? "yes" : "**no**"];
  });
  const head = ["57 submissions on 120 pages", ...sets.map(({ plan }) => plan.mode), "met"];
  return ["### Targets", table(head, rows)];
}

function timeTable(all: readonly Measured[]): string {
  const head = ["base text", "submissions", ...CASES, "peer / engine", "engine / floor"];
  return table(
    head,
    all.map((set) => [
      ...nameOf(set),
      ...CASES.map((name) => seconds(set, name)),
      ratioText(ratio(secondsOf(set, "peer"), secondsOf(set, "engine"))),
      ratioText(ratio(secondsOf(set, "engine"), secondsOf(set, "floor"))),
    ]),
  );
}

function resourcesTable(all: readonly Measured[]): string {
  const middle = (set: Measured, name: CaseName, number: (run: Run) => number, digits: number): string =>
    spreadOf(set.runs[name], number)?.median.toFixed(digits) ?? "–";
  const head = [
    "base text",
    "submissions",
    ...CASES.map((name) => `${name}, MB`),
    ...CASES.map((name) => `${name}, s`),
  ];
  return table(
    head,
    all.map((set) => [
      ...nameOf(set),
      ...CASES.map((name) => middle(set, name, (run) => run.peakBytes / 1e6, 0)),
      ...CASES.map((name) => middle(set, name, (run) => run.cpuSeconds, 2)),
    ]),
  );
}

function recoveryTable(all: readonly Measured[]): string {
  const head = [
    "base text",
    "submissions",
    "proofs that hold",
    "engine: delegations",
    "base",
    "peer: delegations",
    "base",
  ];
  return table(
    head,
    all.map((set) => [
      ...nameOf(set),
      String(set.proofs),
      ...recovered(set.recovered.engine),
      ...recovered(set.recovered.peer),
    ]),
  );
}

function nameOf({ plan }: Measured): [string, string] {
  return [nameOfText(plan), String(plan.submissions)];
}

function seconds({ runs }: Measured, name: CaseName): string {
  const spread = spreadOf(runs[name], (run) => run.seconds);
  if (spread === null) return "did not finish";
  const { median, least, most, count } = spread;
  return `${median.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)}${count < RUNS ? `, ${count} runs` : ""})`;
}

function recovered(found: Recovered): [string, string] {
  return found === null ? ["–", "–"] : [String(found.delegations), found.base ? "yes" : "no"];
}

function ratioText(factor: number | null): string {
  return factor === null ? "–" : times(factor);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
