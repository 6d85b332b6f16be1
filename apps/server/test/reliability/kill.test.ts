import { expect, test } from "vitest";
import { chance } from "./support/chance.ts";
import { counted, figure } from "./support/figures.ts";
import { playRoundsUnderFire } from "./support/rounds-under-fire.ts";

/** `npm run reliability` plays fifty. */
const ROUNDS = Number(process.env.RELIABILITY_ROUNDS ?? 2);

test(
  "what was acknowledged outlives the killing of server, worker and PostgreSQL, and nothing happens twice",
  async () => {
    const draw = chance("kill");
    const { rounds, kills, refusals, acknowledged, failures, mails } = await playRoundsUnderFire(
      ROUNDS,
      draw,
      console.log,
    );
    expect(rounds).toBe(ROUNDS);
    expect(Object.keys(kills).length).toBeGreaterThan(0);
    figure(`Rounds under fire (seed ${draw.seed})`, `${rounds}`);
    figure("Processes killed", counted(kills));
    figure("Starts that ended with the reason that PostgreSQL was away", `${refusals}`);
    figure("Acts acknowledged, each there afterwards and once", `${acknowledged}`);
    figure("Failures that clients saw on the way, and got over", counted(failures));
    figure("Mails, each written once", `${mails}`);
  },
  120_000 + ROUNDS * 60_000,
);
