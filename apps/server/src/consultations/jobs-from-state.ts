import type { Services } from "../platform/services.ts";
import type { Tx } from "../platform/tables.ts";
import { schedule } from "./commands/rounds.ts";

/**
 * Adds the jobs that the state calls for, to a queue that has none: rounds to announce, remind of and close, compilations
 * to build. Gives how many rounds and compilations. Reminders whose instant has passed were sent, and are not sent again.
 */
export async function queueFromState(tx: Tx, services: Pick<Services, "jobs" | "clock">) {
  const now = await services.clock.now(tx);
  const rounds = await tx
    .selectFrom("round")
    .selectAll()
    .where("closedAt", "is", null)
    .where("cancelledAt", "is", null)
    .execute();
  for (const round of rounds) await schedule(tx, services, round, now);
  const compilations = await tx
    .selectFrom("compilation")
    .select("id")
    .where("builtAt", "is", null)
    .where("failure", "is", null)
    .execute();
  for (const { id } of compilations) await services.jobs.add(tx, "compile", { compilation: id });
  return { rounds: rounds.length, compilations: compilations.length };
}
