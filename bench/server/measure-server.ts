import { type Case, casesOf } from "./cases.ts";
import { type FanOutRun, openFanOut } from "./fan-out/fan-out.ts";
import { type Floor, startFloor } from "./floor.ts";
import { type CaseRun, recordCase, runCase, warmUp } from "./measure-case.ts";
import { openCompilation } from "./open-compilation.ts";
import type { ServerPlan } from "./plan.ts";
import { type Product, startProduct } from "./product.ts";
import { middle, type Results } from "./results.ts";
import type { Sides } from "./sides.ts";
import { makeWorld, type World } from "./world/make-world.ts";

type Tell = (line: string) => void;

interface MeasureOptions {
  readonly plan: ServerPlan;
  /** The folder into which the server writes its profile when it ends; `null` for none. */
  readonly profile: string | null;
  readonly tell: Tell;
  /** Ends everything before its time. */
  readonly signal: AbortSignal;
}

/** Starts a server, makes a world in it, and measures. All of it goes again at the end. */
export async function measureServer({ plan, profile, tell, signal }: MeasureOptions): Promise<Results> {
  const product = await startProduct(profile);
  const interrupted = Promise.withResolvers<never>();
  signal.addEventListener("abort", () => interrupted.reject(signal.reason));
  const measured = async (): Promise<Results> => {
    const world = await makeWorld(product, plan, (done) => tell(`Made: ${done}.`));
    return measureIn(world, product, plan, tell);
  };
  const running = measured();
  try {
    return await Promise.race([running, interrupted.promise]);
  } finally {
    await product.stop();
    // Without a server it fails, and puts away what else it had.
    await running.catch(() => undefined);
  }
}

async function measureIn(world: World, product: Product, plan: ServerPlan, tell: Tell): Promise<Results> {
  const cases = casesOf(world);
  const recorded = await Promise.all(cases.map((each) => recordCase(each, product, world.people)));
  const floor = await startFloor(product.databaseUrl, recorded.flat());
  const sides = { product, floor };
  try {
    const runs = await measureCases(cases, sides, world, plan, tell);
    const fanOut = await measureFanOut(sides, world, plan, tell);
    const openings = await openCompilation(product, world, plan.openings);
    return {
      plan,
      cases: cases.map(({ name }, i) => ({
        name,
        bytes: middle((recorded[i] ?? []).map(({ body }) => body.length)),
        runs: runs[i] ?? [],
      })),
      listeners: world.people.length,
      fanOut,
      openings,
    };
  } finally {
    await floor.stop();
  }
}

/** The runs of each case. All cases take turns, so that what slows the machine down for a while slows down all. */
async function measureCases(
  cases: readonly Case[],
  sides: Sides<Product | Floor>,
  { people }: World,
  plan: ServerPlan,
  tell: Tell,
): Promise<readonly (readonly Sides<CaseRun>[])[]> {
  for (const each of cases) await warmUp(each, sides, people, plan.warmUp);
  const runs = cases.map((): Sides<CaseRun>[] => []);
  for (let number = 1; number <= plan.runs; number++) {
    for (const [i, each] of cases.entries()) {
      const run = await runCase(each, sides, people, plan);
      runs[i]?.push(run);
      const words = (side: CaseRun): string =>
        `${side.median.toFixed(1)} ms, ${side.p95.toFixed(1)} ms, ${side.throughput.toFixed(0)}/s, ${side.processor.toFixed(2)} ms busy`;
      tell(`[${number}/${plan.runs}] ${each.name}: ${words(run.product)}; floor: ${words(run.floor)}`);
    }
  }
  return runs;
}

async function measureFanOut(
  sides: { readonly product: Product; readonly floor: Floor },
  world: World,
  plan: ServerPlan,
  tell: Tell,
): Promise<readonly Sides<FanOutRun>[]> {
  const { run, close } = await openFanOut(sides, world);
  try {
    await run(plan.acts);
    const runs: Sides<FanOutRun>[] = [];
    for (let number = 1; number <= plan.runs; number++) {
      const done = await run(plan.acts);
      runs.push(done);
      const { product, floor } = done;
      const words = ({ sinceNotified: { median, p95 } }: FanOutRun): string =>
        `${median.toFixed(1)} ms, ${p95.toFixed(1)} ms`;
      tell(`[${number}/${plan.runs}] telling everybody: ${words(product)}; floor: ${words(floor)}`);
    }
    return runs;
  } finally {
    await close();
  }
}
