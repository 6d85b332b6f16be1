import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../../support/eventually.ts";
import { startTestServer, type TestServer } from "../../support/test-server.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { makeSmallText, openRound, prepareAndSubmit, type SmallText } from "../support/small-round.ts";

const HOUR = 60 * 60 * 1000;

/** How long the mail server may take to answer here, in ms; 20 s as it comes. */
const PATIENCE = 400;

describe("a mail server that", () => {
  let mails: MailServer;
  let server: TestServer;
  let text: SmallText;
  beforeAll(async () => {
    mails = await startMailServer();
    const quick = ["connectionTimeout", "greetingTimeout", "socketTimeout"].map((each) => `${each}=${PATIENCE}`);
    server = await startTestServer(null, {
      environment: {
        SMTP_URL: `${mails.url}?${quick.join("&")}`,
        COMPENDIUM_SECRET: "needed where mail goes out for real",
      },
    });
    text = await makeSmallText(server, ["XAA"]);
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await mails.close();
  });

  /** A submission while the mail server is in this mood: it succeeds, and its receipt waits with the reason. */
  async function submitWhileIt(mood: MailServer["mood"]): Promise<{ readonly id: string; readonly failure: string }> {
    mails.mood = "takes";
    const round = await openRound(text, HOUR);
    await eventually(async () => ((await waiting()).length === 0 ? true : null), "earlier mails to go out");
    mails.mood = mood;
    const [head] = text.heads;
    const submission = await prepareAndSubmit((head ?? text.secretary).call, round.id, "XAA", `while it ${mood}`);
    expect(submission.number).toBe(1);
    return eventually(async () => {
      const failed = (await waiting()).find(({ failure, subject }) => failure !== null && subject.includes("receipt"));
      return failed === undefined ? null : { id: failed.id, failure: failed.failure ?? "" };
    }, "the failure to be noted");
  }

  function waiting() {
    return server.platform.db
      .selectFrom("mail")
      .select(["id", "subject", "failure", "attempts"])
      .where("sentAt", "is", null)
      .execute();
  }

  function timesTaken(id: string): number {
    return mails.taken.filter((mail) => mail.includes(`Message-ID: <${id}@`)).length;
  }

  async function goesOutAtLast(id: string): Promise<void> {
    mails.mood = "takes";
    await eventually(
      async () => ((await waiting()).some((mail) => mail.id === id) ? null : true),
      "the mail to go out",
    );
    const { failure } = await server.platform.db
      .selectFrom("mail")
      .select("failure")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(failure).toBeNull();
  }

  test.each([
    ["hangs", /greeting never received|timeout/i],
    ["refuses", /451|not now/],
    ["cuts", /closed|reset|hang up|ECONN|EPIPE/i],
  ] as const)(
    "%s holds up no round: the mail waits with the reason, and goes out later, once",
    async (mood, reason) => {
      const { id, failure } = await submitWhileIt(mood);
      expect(failure).toMatch(reason);
      expect(timesTaken(id)).toBe(0);
      await goesOutAtLast(id);
      expect(timesTaken(id)).toBe(1);
    },
    60_000,
  );

  // SMTP has no way to ask whether a mail arrived (RFC 5321, 4.5.4.1). We send it again, under the same Message-ID, by
  // which mail programs know that it is one: twice is better than never.
  test("takes the mail and cuts before it says so gets it again, under the same name", async () => {
    const { id } = await submitWhileIt("takes and cuts");
    await goesOutAtLast(id);
    expect(timesTaken(id)).toBeGreaterThanOrEqual(2);
  }, 60_000);
});
