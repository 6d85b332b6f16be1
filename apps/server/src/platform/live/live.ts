import type { LiveEvent } from "@compendium/contract";
import { sql } from "kysely";
import type { Actor } from "../actor.ts";
import { delegationsOf, hasRole, isMember } from "../actor.ts";
import type { Database } from "../database/database.ts";
import type { Db } from "../tables.ts";

export const LIVE_CHANNEL = "compendium_live";

/** Who is told of an event: never more than may read what it is about. */
export type LiveAudience =
  | { readonly to: "members" }
  | { readonly to: "secretariat and chair" }
  | { readonly to: "delegations"; readonly delegations: readonly string[]; readonly secretariat: boolean };

interface Told {
  readonly event: LiveEvent;
  readonly audience: LiveAudience;
}

/** Tells of a change when the transaction commits, on every server. An event names what changed, never what it says. */
export async function tell(db: Db, event: LiveEvent, audience: LiveAudience): Promise<void> {
  const told: Told = { event, audience };
  await sql`select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(told)})`.execute(db);
}

/** Whether this person is told. */
export function isTold(actor: Actor, { event, audience }: Told): boolean {
  const { workspace } = event;
  switch (audience.to) {
    case "members":
      return isMember(actor, workspace);
    case "secretariat and chair":
      return hasRole(actor, workspace, "secretariat", "chair");
    case "delegations":
      return (
        delegationsOf(actor, workspace).some((code) => audience.delegations.includes(code))
        || (audience.secretariat && hasRole(actor, workspace, "secretariat", "chair"))
      );
  }
}

/** One server's listeners, fed by one subscription to the database. */
export interface Live {
  /** Calls back with each event that this person is told of, and with `null` where events may have been missed. */
  readonly listen: (actor: Actor, hear: (event: LiveEvent | null) => void) => () => void;
  readonly listeners: () => number;
  readonly close: () => Promise<void>;
}

export async function openLive(database: Database): Promise<Live> {
  const listeners = new Set<{ readonly actor: Actor; readonly hear: (event: LiveEvent | null) => void }>();
  const stop = await database.listen(LIVE_CHANNEL, (payload) => {
    const told = payload === "" ? null : (JSON.parse(payload) as Told);
    for (const { actor, hear } of listeners) {
      if (told === null) hear(null);
      else if (isTold(actor, told)) hear(told.event);
    }
  });
  return {
    listen: (actor, hear) => {
      const listener = { actor, hear };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    listeners: () => listeners.size,
    close: stop,
  };
}
