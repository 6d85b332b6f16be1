import type { LiveEvent } from "@compendium/contract";
import { sql } from "kysely";
import type { Actor } from "../actor.ts";
import type { Act } from "../can.ts";
import { can } from "../can.ts";
import type { Database } from "../database/database.ts";
import type { Db } from "../tables.ts";

const CHANNEL = "compendium_live";

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
  /** Begins to tell; returns what ends it. */
  readonly listen: (actor: Actor, listener: Listener) => () => void;
  readonly listeners: () => number;
  /** Ends all listening. */
  readonly close: () => Promise<void>;
}

export async function openLive(database: Database, topics: Topics, onError: (error: unknown) => void): Promise<Live> {
  const listeners = new Map<Listener, Actor>();

  const told = async ({ event, part }: Told): Promise<void> => {
    // Who is a member of what may just have changed: rights are asked for anew before anything more is told.
    if (event.kind === "people") await refresh();
    const { find, read, show } = topics[event.kind];
    const subject = await find(event);
    if (subject === null) return;
    const shown = part === undefined ? event : { ...event, ...(await show(part, subject as never)) };
    for (const [listener, actor] of listeners) if (can(actor, read, subject as never)) listener.hear(shown);
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
  const stop = await database.listen(CHANNEL, (payload) => {
    queue = queue.then(async () => {
      try {
        if (payload === "") for (const { hear } of listeners.keys()) hear(null);
        else await told(JSON.parse(payload) as Told);
      } catch (error) {
        // What could not be told may have been missed.
        onError(error);
        for (const { hear } of listeners.keys()) hear(null);
      }
    });
  });
  return {
    listen: (actor, listener) => {
      listeners.set(listener, actor);
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
