import type { LiveEvent, PassageStanding } from "@compendium/contract";
import pg from "pg";
import { FLOOR_CHANNEL, type Floor } from "../floor.ts";
import { BETWEEN_ACTS } from "../plan.ts";
import type { Product } from "../product.ts";
import { quantile } from "../quantiles.ts";
import type { Sides } from "../sides.ts";
import type { World } from "../world/make-world.ts";
import { type Listeners, openListeners } from "./listeners.ts";

/** One run of telling everybody: ms until a listener has it, over all its acts and all listeners. */
export interface FanOutRun {
  /** Since PostgreSQL notified, and so since the act was committed. */
  readonly sinceNotified: Delays;
  /** Since whoever acted sent the act. */
  readonly sinceSent: Delays;
}

interface Delays {
  readonly median: number;
  readonly p95: number;
}

/** Everybody listens, on the product and on the floor. */
export interface FanOut {
  readonly listeners: number;
  /** Tells of so many acts on each, one here and one there. */
  readonly run: (acts: number) => Promise<Sides<FanOutRun>>;
  readonly close: () => Promise<void>;
}

const PRODUCT_CHANNEL = "compendium_live";

/**
 * The act of the product is a decision on a passage, which stands in the event that everybody is told; that of the floor
 * notifies of an event as long, and does nothing more. A connection of ours to the database listens too: when it is notified, so are both.
 */
export async function openFanOut(
  { product, floor }: { readonly product: Product; readonly floor: Floor },
  world: World,
): Promise<FanOut> {
  const { people, secretary, compilation } = world;
  const notified = new Map<string, number>();
  const database = new pg.Client({ connectionString: product.databaseUrl });
  database.on("notification", ({ channel }) => notified.set(channel, performance.now()));
  await database.connect();
  await database.query(`listen ${PRODUCT_CHANNEL}; listen ${FLOOR_CHANNEL}`);

  const listenAt = (url: string): Promise<Listeners> =>
    openListeners(people.map((each) => ({ url, headers: each.headers() })));
  const onProduct = await listenAt(`${product.url}/api/v1/live`);
  const onFloor = await listenAt(`${floor.url}/live`);

  const { workspace, passages } = await secretary.call("readNegotiation", { compilation });
  const [first] = passages;
  if (first === undefined) throw new Error("Nobody proposed anything: there is nothing to decide.");
  let { id: passage, tabled, decision, amended, bracket }: PassageStanding = first;
  const actOnProduct = async (): Promise<void> => {
    const ruling = { kind: decision?.ruling.kind === "deferred" ? "as in the base" : "deferred" } as const;
    const body = { passage, ruling, after: decision?.id ?? null };
    decision = await secretary.call("recordDecision", { compilation, body });
  };
  const actOnFloor = async (): Promise<void> => {
    const standing: PassageStanding = { id: passage, tabled, decision, amended, bracket };
    const event = {
      kind: "negotiation",
      id: compilation,
      workspace,
      at: new Date().toISOString(),
      passage: standing,
    } satisfies LiveEvent;
    const headers = { "content-type": "application/json" };
    const { ok } = await fetch(`${floor.url}/act`, { method: "POST", headers, body: JSON.stringify(event) });
    if (!ok) throw new Error("The floor did not do its act.");
  };

  /** One act; gives its instants, and when each listener had it. */
  const told = async (listeners: Listeners, channel: string, act: () => Promise<void>): Promise<Told> => {
    const all = listeners.next();
    all.catch(() => undefined);
    const sent = performance.now();
    await act();
    const heard = await all;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_ACTS));
    return { sent, notified: notified.get(channel) ?? Number.NaN, heard };
  };
  return {
    listeners: people.length,
    run: async (acts) => {
      const done: Sides<Told[]> = { product: [], floor: [] };
      for (let i = 0; i < acts; i++) {
        done.product.push(await told(onProduct, PRODUCT_CHANNEL, actOnProduct));
        done.floor.push(await told(onFloor, FLOOR_CHANNEL, actOnFloor));
      }
      return { product: runOf(done.product), floor: runOf(done.floor) };
    },
    close: async () => {
      onProduct.close();
      onFloor.close();
      await database.end();
    },
  };
}

/** Instants of one act. */
interface Told {
  readonly sent: number;
  readonly notified: number;
  readonly heard: readonly number[];
}

function runOf(acts: readonly Told[]): FanOutRun {
  const delays = (since: (act: Told) => number): Delays => {
    const all = acts.flatMap((act) => act.heard.map((instant) => instant - since(act)));
    return { median: quantile(all, 0.5), p95: quantile(all, 0.95) };
  };
  return { sinceNotified: delays(({ notified }) => notified), sinceSent: delays(({ sent }) => sent) };
}
