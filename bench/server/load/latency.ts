import { RATE } from "../plan.ts";
import { type Asked, ask, connections } from "./ask.ts";

/** How long before its instant a request is waited for by turning round and round, in ms: a timer is late by one or two. */
const AWAKE = 3;

/**
 * Asks at a steady rate, whether the answers before have come or not, and gives for each request the ms from the instant
 * at which it was due until the last byte. So a server that stops for a second is charged for all who asked in that
 * second, and not for the one alone that was under way (coordinated omission).
 */
export async function measureLatency(requests: readonly Asked[]): Promise<readonly number[]> {
  const agent = connections();
  const start = performance.now() + 2 * AWAKE;
  const answers: Promise<number>[] = [];
  for (const [i, asked] of requests.entries()) {
    const due = start + (i * 1000) / RATE;
    await untilDue(due);
    const answered = ask(agent, asked).then(() => performance.now() - due);
    // Looked at below, all together.
    answered.catch(() => undefined);
    answers.push(answered);
  }
  try {
    return await Promise.all(answers);
  } finally {
    agent.destroy();
  }
}

async function untilDue(due: number): Promise<void> {
  const left = due - performance.now() - AWAKE;
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve));
}
