import type { CaseRun } from "./measure-case.ts";
import { CONNECTIONS, RATE } from "./plan.ts";
import { type CaseResult, type Compared, compare, middle, type Results } from "./results.ts";

/** Everything that was measured, as Markdown; `machine` says on what. */
export function writeTables(results: Results, machine: string): string {
  const { plan, listeners } = results;
  return [
    `Measured on ${machine}, with ${plan.delegations} delegations of ${plan.people}, a text of ${plan.pages} pages and `
      + `${plan.delegations} submissions; ${plan.runs} runs.`,
    "### Targets",
    targetsTable(results),
    "### Latency",
    `In ms from the instant at which a request was due, at ${RATE} in a second, until the last byte: the middle run, and `
      + "in brackets the fastest and the slowest.",
    latencyTable(results.cases),
    "### Throughput",
    `Answers in a second, on ${CONNECTIONS} connections that each ask again at once: the middle run, and in brackets the `
      + "slowest and the fastest. An answer has as many bytes as stand there, compressed; the middle one of a case. The server's process, PostgreSQL not "
      + "counted, is busy with it for as many ms of processor time.",
    throughputTable(results.cases),
    "### Telling everybody",
    `A decision on a passage, told to ${listeners} listeners: in ms until a listener has it, over ${plan.acts} decisions a `
      + "run. It stands in the event; a page shows it without asking for anything.",
    fanOutTable(results),
    "### Opening the compilation",
    "In a browser that has nothing of it yet, in ms since it asked for the page.",
    openingsTable(results),
  ].join("\n\n");
}

/** How many times the floor is near enough. */
const NEAR = 3;

/** How long it may take until a decision is on the pages of 95 of 100 who follow, in ms. */
const AT_ONCE = 300;

/** How long the compilation may take until it can be read, in ms. */
const SOON = 2000;

const MEASURES: readonly { readonly words: string; readonly number: (run: CaseRun) => number }[] = [
  { words: "median", number: ({ median }) => median },
  { words: "95 of 100", number: ({ p95 }) => p95 },
  // The other way round, so that of all ratios the smaller one is the better one.
  { words: "throughput", number: ({ throughput }) => 1 / throughput },
];

function targetsTable({ cases, fanOut, openings }: Results): string {
  const near = (name: string, ratios: readonly (number | null)[]): string[] => [
    `${name}, within ${NEAR} times the floor`,
    ...ratios.map((ratio) => (ratio === null ? "–" : times(ratio))),
    met(ratios.every((ratio) => ratio === null || ratio <= NEAR)),
  ];
  const told = (number: (delays: { readonly median: number; readonly p95: number }) => number): number =>
    compare(fanOut, ({ sinceNotified }) => number(sinceNotified)).ratio;
  const decided = {
    median: compare(fanOut, ({ sinceSent }) => sinceSent.median).product,
    p95: compare(fanOut, ({ sinceSent }) => sinceSent.p95).product,
  };
  const readable = middle(openings.map((each) => each.readable));
  return table(
    ["", ...MEASURES.map(({ words }) => words), "met"],
    [
      ...cases.map(({ name, runs }) =>
        near(
          name,
          MEASURES.map(({ number }) => compare(runs, number).ratio),
        ),
      ),
      near("telling everybody", [told(({ median }) => median), told(({ p95 }) => p95), null]),
      [
        `a decision is told to everybody within ${AT_ONCE} ms`,
        inMs(decided.median),
        inMs(decided.p95),
        "–",
        met(decided.p95 <= AT_ONCE),
      ],
      [`compilation can be read within ${SOON} ms`, inMs(readable), "–", "–", met(readable < SOON)],
    ],
  );
}

function latencyTable(cases: readonly CaseResult[]): string {
  return table(
    ["", "product, median", "floor", "ratio", "product, 95 of 100", "floor", "ratio"],
    cases.map(({ name, runs }) => [
      name,
      ...[({ median }: CaseRun) => median, ({ p95 }: CaseRun) => p95].flatMap((number) => {
        const compared = compare(runs, number);
        const spread = rangeOf(
          runs.map(({ product }) => number(product)),
          1,
        );
        return [`${compared.product.toFixed(1)} (${spread})`, compared.floor.toFixed(1), times(compared.ratio)];
      }),
    ]),
  );
}

function throughputTable(cases: readonly CaseResult[]): string {
  return table(
    ["", "bytes", "product", "floor", "floor / product", "product, ms busy", "floor", "ratio"],
    cases.map(({ name, bytes, runs }) => {
      const { product, floor, ratio } = compare(runs, ({ throughput }) => throughput);
      const busy = compare(runs, ({ processor }) => processor);
      const spread = rangeOf(
        runs.map((run) => run.product.throughput),
        0,
      );
      return [
        name,
        bytes.toLocaleString("en"),
        `${product.toFixed(0)} (${spread})`,
        floor.toFixed(0),
        times(1 / ratio),
        busy.product.toFixed(2),
        busy.floor.toFixed(2),
        times(busy.ratio),
      ];
    }),
  );
}

function fanOutTable({ fanOut }: Results): string {
  const row = (words: string, { product, floor, ratio }: Compared): string[] => [
    words,
    product.toFixed(1),
    floor.toFixed(1),
    times(ratio),
  ];
  return table(
    ["since", "product", "floor", "ratio"],
    [
      row(
        "committed: median",
        compare(fanOut, ({ sinceNotified }) => sinceNotified.median),
      ),
      row(
        "committed: 95 of 100",
        compare(fanOut, ({ sinceNotified }) => sinceNotified.p95),
      ),
      row(
        "sent: median",
        compare(fanOut, ({ sinceSent }) => sinceSent.median),
      ),
      row(
        "sent: 95 of 100",
        compare(fanOut, ({ sinceSent }) => sinceSent.p95),
      ),
    ],
  );
}

function openingsTable({ openings }: Results): string {
  const row = (words: string, numbers: readonly number[]): string[] => [
    words,
    `${middle(numbers).toFixed(0)} (${rangeOf(numbers, 0)})`,
  ];
  return table(
    ["until", "ms"],
    [
      row(
        "it can be read: the first of it is painted",
        openings.map(({ readable }) => readable),
      ),
      row(
        "it can be moved through: its script runs",
        openings.map(({ alive }) => alive),
      ),
      row(
        "all of it is there",
        openings.map(({ whole }) => whole),
      ),
    ],
  );
}

function rangeOf(numbers: readonly number[], digits: number): string {
  return `${Math.min(...numbers).toFixed(digits)} to ${Math.max(...numbers).toFixed(digits)}`;
}

function inMs(duration: number): string {
  return `${duration.toFixed(0)} ms`;
}

function times(factor: number): string {
  return `${factor.toFixed(factor < 10 ? 1 : 0)} ×`;
}

function met(isMet: boolean): string {
  return isMet ? "yes" : "**no**";
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
