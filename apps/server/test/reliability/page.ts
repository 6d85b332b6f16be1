import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";

const PAGE = new URL("../../../../docs/reference/reliability.md", import.meta.url);
const BEGIN = "<!-- Written by npm run reliability: begin -->";
const END = "<!-- Written by npm run reliability: end -->";

export interface Figure {
  readonly what: string;
  readonly value: string;
}

/** Puts figures into docs/reference/reliability.md in place of the last ones; those of one name stand in one row. */
export function writeFigures(figures: readonly Figure[]): void {
  const page = readFileSync(PAGE, "utf8");
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`docs/reference/reliability.md lacks "${BEGIN}" before "${END}"`);
  const rows = [...Map.groupBy(figures, ({ what }) => what)].map(
    ([what, all]) => `| ${what} | ${all.map(({ value }) => value).join("; ")} |`,
  );
  const machine = `${availableParallelism()} cores shared with all clients, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const written = [
    `Measured on ${new Date().toISOString().slice(0, 10)} with \`npm run reliability\`, on ${machine}.`,
    "",
    "| what | figure |",
    "| --- | --- |",
    ...rows,
  ].join("\n");
  writeFileSync(PAGE, `${page.slice(0, from + BEGIN.length)}\n\n${written}\n\n${page.slice(to)}`);
}
