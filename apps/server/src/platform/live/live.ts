import type { LiveEvent } from "@compendium/contract";
import { sql } from "kysely";
import type { Actor } from "../actor.ts";
import type { Act } from "../can.ts";
import { can } from "../can.ts";
import type { Database } from "../database/database.ts";
import type { Db } from "../tables.ts";

const CHANNEL = "compendium_live";

/** So long events are kept for pages that were read before they listened, in milliseconds. A slow line takes its time. */
const KEPT = 60_000;

/** A page says when its first answer was there: it was read so long before at most, clocks included. In milliseconds. */
const READING = 1_000;

/** What a transaction tells: the event, and of which part of its object, for a topic that shows parts. */
interface Told {
  readonly event: LiveEvent;
  readonly part?: string | undefined;
}

/** Tells of a change when the transaction commits, on every server. It names what changed, for a notice must be short. */
export async function tell(db: Db, event: LiveEvent, part?: string): Promise<void> {
  const told: Told = { event, part };
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(told)})`.execute(db);
}

/** What events of one kind are about, and by which act one may read it: whoever may not is not told. */
export interface Topic<Subject> {
  readonly find: (event: LiveEvent) => Promise<Subject | null>;
  readonly read: Act<Subject>;
  /** What everybody who is told sees of a part, as it is now: nobody needs to ask. */
  readonly show: (part: string, subject: Subject) => Promise<Partial<LiveEvent>>;
}

/** `topic(find, read, show)`, with the subject's type between them, and then forgotten. */
export function topic<Subject>(
  find: Topic<Subject>["find"],
  read: Act<Subject>,
  show: Topic<Subject>["show"] = async () => ({}),
): Topic<never> {
  return { find, read, show } as unknown as Topic<never>;
}

export type Topics = Readonly<Record<LiveEvent["kind"], Topic<never>>>;

/** Somebody who listens. */
export interface Listener {
  /** Who they are, with their rights at the moment; `null` once they may not be here any more. */
  readonly identify: () => Promise<Actor | null>;
  /** Is given each event that they may be told of, and `null` where events may have been missed. */
  readonly hear: (event: LiveEvent | null) => void;
  /** Ends it. */
  readonly end: () => void;
}

/** One server's listeners, fed by one subscription to the database. */
export interface Live {
  /**
   * Begins to tell, and tells what happened after what the listener shows was read, at `since` by the clock of a server;
   * `null` where it shows nothing yet. Returns what ends it.
   */
  readonly listen: (actor: Actor, listener: Listener, since: Date | null) => () => void;
  readonly listeners: () => number;
  /** Ends all listening. */
  readonly close: () => Promise<void>;
}

export async function openLive(database: Database, topics: Topics, onError: (error: unknown) => void): Promise<Live> {
  const listeners = new Map<Listener, Actor>();
  let recent: readonly (Told & { readonly at: number })[] = [];
  // Before the subscription nothing is heard.
  let heardFrom = Number.POSITIVE_INFINITY;

  const keep = (told: Told): void => {
    const at = Date.now();
    heardFrom = Math.max(heardFrom, at - KEPT);
    recent = [...recent.filter((each) => each.at >= heardFrom), { ...told, at }];
  };
  const pass = async ({ event, part }: Told, to: Iterable<Listener> = listeners.keys()): Promise<void> => {
    // Who is a member of what may just have changed: rights are asked for anew before anything more is told.
    if (event.kind === "people") await refresh();
    const { find, read, show } = topics[event.kind];
    const subject = await find(event);
    if (subject === null) return;
    const shown = part === undefined ? event : { ...event, ...(await show(part, subject as never)) };
    for (const listener of to) {
      const actor = listeners.get(listener);
      if (actor !== undefined && can(actor, read, subject as never)) listener.hear(shown);
    }
  };
  const refresh = async (): Promise<void> => {
    for (const listener of listeners.keys()) {
      const actor = await listener.identify();
      if (actor === null) listener.end();
      else if (listeners.has(listener)) listeners.set(listener, actor);
    }
  };

  // One after the other: what comes after a change of rights must not overtake it.
  let queue: Promise<void> = Promise.resolve();
  const then = (tellNow: () => Promise<void>, to: Iterable<Listener>): void => {
    queue = queue.then(tellNow).catch((error: unknown) => {
      // What could not be told may have been missed.
      onError(error);
      missed(to);
    });
  };
  const stop = await database.listen(CHANNEL, (payload) => {
    if (payload === "") {
      heardFrom = Date.now();
      then(async () => missed(listeners.keys()), listeners.keys());
    } else {
      const now = JSON.parse(payload) as Told;
      keep(now);
      then(() => pass(now), listeners.keys());
    }
  });
  heardFrom = Date.now();
  return {
    listen: (actor, listener, since) => {
      listeners.set(listener, actor);
      const from = since === null ? Number.NEGATIVE_INFINITY : since.getTime() - READING;
      if (from < heardFrom) listener.hear(null);
      else for (const each of recent) if (each.at >= from) then(() => pass(each, [listener]), [listener]);
      return () => listeners.delete(listener);
    },
    listeners: () => listeners.size,
    close: async () => {
      for (const { end } of listeners.keys()) end();
      await stop();
      await queue;
    },
  };
}

function missed(listeners: Iterable<Listener>): void {
  for (const { hear } of listeners) hear(null);
}
