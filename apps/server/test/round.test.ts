import { describe, test } from "vitest";
import { onBothDatabases } from "./support/test-server.ts";
import { playWholeRound } from "./support/whole-round.ts";

const HOUR = 60 * 60 * 1000;

describe("a round from circulation to the released compilation", () => {
  onBothDatabases((server) => {
    test("goes through every step, and each is on the record", async () => {
      const { platform, publicly, mails, pass } = server();
      await playWholeRound({
        db: platform.db,
        clock: platform.clock,
        people: server(),
        publicly,
        mails,
        passDeadline: async () => pass(2 * HOUR),
      });
    });
  });
});
