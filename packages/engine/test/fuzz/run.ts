/**
 * Tries mutated files by hand: `npx node packages/engine/test/fuzz/run.ts --minutes 30 --seed 1`. With `--only`, one
 * seed in this process, for a debugger. With `--strict`, files with elements that are not understood must read back as
 * well. Files of failures are put into a folder of the system's temporary one.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { tryMany } from "./campaign.ts";
import { filesOf, type Run, runOnce } from "./one-run.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    only: { type: "boolean" },
    strict: { type: "boolean" },
  },
});
const first = Number(values.seed);
const isStrict = values.strict ?? false;

if (values.only) {
  console.log(keep(runOnce(first, isStrict)));
} else {
  const tally = await tryMany(from(first), Number(values.minutes) * 60_000, {
    isStrict,
    onFailure: (run) => console.log(keep(run)),
  });
  console.log(
    `${tally.runs} runs from seed ${first}, slowest ${Math.round(tally.slowest)} ms, ${Math.round(tally.memory / 2 ** 20)} MiB`,
  );
  for (const [name, count] of [...tally.verdicts].sort(([, x], [, y]) => y - x))
    console.log(`${String(count).padStart(8)} ${name}`);
  process.exitCode = tally.failures.length === 0 ? 0 : 1;
}

function* from(seed: number): Generator<number> {
  for (let next = seed; ; next++) yield next;
}

/** Writes the files of a run and gives its story. */
function keep({ seed, verdict, milliseconds }: Run): string {
  const { base, submissions, what } = filesOf(seed);
  const folder = join(tmpdir(), "compendium-fuzz", String(seed));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "base.docx"), base);
  for (const [i, bytes] of submissions.entries()) writeFileSync(join(folder, `submission-${i + 1}.docx`), bytes);
  const outcome = verdict.kind === "broken" ? `${verdict.law}: ${verdict.detail}` : JSON.stringify(verdict);
  return [
    `seed ${seed} (${Math.round(milliseconds)} ms, ${folder})`,
    ...what.map((line) => `  ${line}`),
    `  => ${outcome}`,
  ].join("\n");
}
