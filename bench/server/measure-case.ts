import type { Case } from "./cases.ts";
import type { Floor } from "./floor.ts";
import { type Asked, ask, connections } from "./load/ask.ts";
import { measureLatency } from "./load/latency.ts";
import { measureThroughput, type Throughput } from "./load/throughput.ts";
import type { ServerPlan } from "./plan.ts";
import type { Product } from "./product.ts";
import { quantile } from "./quantiles.ts";
import type { Sides } from "./sides.ts";
import type { Browser } from "./world/browser.ts";

/** One run of one case, of the product or of the floor. */
export interface CaseRun extends Throughput {
  /** In ms. */
  readonly median: number;
  readonly p95: number;
}

/** What the product answers at each address of a case, for the floor to send the same. */
export async function recordCase({ addresses }: Case, { url }: Product, people: readonly Browser[]) {
  const agent = connections(1);
  const answers = [];
  for (const { path, queries } of addresses) {
    const { headers, body } = await ask(agent, { url: `${url}${path}`, headers: people[0]?.headers() ?? {} });
    const { "content-type": type = "", "content-encoding": encoding } = headers;
    answers.push({
      path,
      queries,
      headers: { "content-type": type, ...(encoding === undefined ? {} : { "content-encoding": encoding }) },
      body,
    });
  }
  agent.destroy();
  return answers;
}

/** Requests of a case, one after the other by another person at another of its addresses. */
function requestsOf({ addresses }: Case, url: string, people: readonly Browser[], count: number): readonly Asked[] {
  return Array.from({ length: count }, (_, i) => ({
    url: `${url}${addresses[i % addresses.length]?.path}`,
    headers: people[i % people.length]?.headers() ?? {},
  }));
}

/** One run of a case: the product, then the floor, each first for latency and then for throughput. */
export async function runCase(
  each: Case,
  { product, floor }: Sides<Product | Floor>,
  people: readonly Browser[],
  plan: ServerPlan,
): Promise<Sides<CaseRun>> {
  const run = async ({ url, pid }: Product | Floor): Promise<CaseRun> => {
    const latencies = await measureLatency(requestsOf(each, url, people, plan.requests));
    const throughput = await measureThroughput(requestsOf(each, url, people, THOUSAND), plan.seconds, pid);
    return { median: quantile(latencies, 0.5), p95: quantile(latencies, 0.95), ...throughput };
  };
  return { product: await run(product), floor: await run(floor) };
}

/** Asks at full speed what will be measured, so that both sides have compiled what they run. */
export async function warmUp(
  each: Case,
  { product, floor }: Sides<Product | Floor>,
  people: readonly Browser[],
  seconds: number,
): Promise<void> {
  for (const { url, pid } of [product, floor]) {
    await measureThroughput(requestsOf(each, url, people, THOUSAND), seconds, pid);
  }
}

/** Different requests; then they begin anew. */
const THOUSAND = 1000;
