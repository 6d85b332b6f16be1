import { expect, test } from "vitest";
import { chance } from "./support/chance.ts";
import { playRoundsUnderFire } from "./support/rounds-under-fire.ts";

/** `npm run reliability` plays fifty. */
const ROUNDS = Number(process.env.RELIABILITY_ROUNDS ?? 2);

test(
  "what was acknowledged outlives the killing of server, worker and PostgreSQL, and nothing happens twice",
  async () => {
    const { rounds, kills } = await playRoundsUnderFire(ROUNDS, chance("kill"), console.log);
    expect(rounds).toBe(ROUNDS);
    expect(Object.keys(kills).length).toBeGreaterThan(0);
  },
  120_000 + ROUNDS * 60_000,
);
