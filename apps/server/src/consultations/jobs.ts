import { SYSTEM } from "../platform/actor.ts";
import type { Services } from "../platform/services.ts";
import { closeRound, remindAsPlanned } from "./commands/closing.ts";
import { buildCompilation } from "./commands/compilations.ts";
import { openRound } from "./commands/rounds.ts";

declare module "../platform/jobs/jobs.ts" {
  interface JobData {
    "open-round": { readonly round: string };
    "close-round": { readonly round: string };
    /** `at`: the instant for which the reminder was planned; `closesAt`: the deadline of which it reminds. */
    remind: { readonly round: string; readonly closesAt: string; readonly at: string };
    compile: { readonly compilation: string };
  }
}

/** Begins to do the jobs of this room. */
export async function workOnConsultations(services: Services): Promise<void> {
  const { jobs } = services;
  await jobs.work("open-round", ({ round }) => openRound(services, SYSTEM, round));
  await jobs.work("close-round", ({ round }) => closeRound(services, round));
  await jobs.work("remind", (planned) => remindAsPlanned(services, planned));
  await jobs.work("compile", ({ compilation }) => buildCompilation(services, compilation));
}
